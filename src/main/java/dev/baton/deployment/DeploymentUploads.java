package dev.baton.deployment;

import dev.baton.shared.Refusal;
import dev.baton.shared.RefusalTranslator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Files are taken by the check of a deployment, and nowhere else. */
@Configuration(proxyBeanMethods = false)
class DeploymentUploads {

    static final String PATH = "/api/deployments";
    static final String CHECK = "/check";

    @Bean
    StandardServletMultipartResolver multipartResolver() {
        var resolver = new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getMethod().equals("POST")
                        && request.getRequestURI().equals(request.getContextPath() + PATH + CHECK)
                        && super.isMultipart(request);
            }
        };
        resolver.setResolveLazily(true);
        return resolver;
    }

    @Bean
    RefusalTranslator unreadableUpload() {
        return thrown -> thrown instanceof MultipartException
                ? Optional.of(Refusal.of(
                        "body",
                        "The body is no multipart that can be read: send one part per file, as curl does with -F."))
                : Optional.empty();
    }
}
