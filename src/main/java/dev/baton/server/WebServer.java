package dev.baton.server;

import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What the settings of Spring Boot do not reach. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerLimits.class)
class WebServer {

    /** A read that blocks is one inside the frame of a chunk, which is short. */
    private static final int MILLISECONDS_PER_READ = 1000;

    private static final int LONGEST_FRAME = 64;

    /** Behind the valve that reads the caller's address from a proxy. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requests(ServerLimits limits) {
        return server -> {
            server.addEngineValves(new RequestValve(limits));
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setDisableUploadTimeout(false);
                    http.setConnectionUploadTimeout(MILLISECONDS_PER_READ);
                    http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
                    http.setMaxExtensionSize(LONGEST_FRAME);
                    http.setMaxTrailerSize(LONGEST_FRAME);
                }
            });
        };
    }
}
