package dev.baton.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.baton.camunda.RequestBodyRules;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.web.context.WebApplicationContext;

class ProductionTests {

    private final WebApplicationContextRunner doors = new WebApplicationContextRunner()
            .withUserConfiguration(WebSecurity.class, SecurityConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(EngineUserDetailsService.class, () -> mock(EngineUserDetailsService.class))
            .withBean(IdentityService.class, () -> mock(IdentityService.class))
            .withBean(AuthorizationService.class, () -> mock(AuthorizationService.class))
            .withBean(TaskService.class, () -> mock(TaskService.class))
            .withBean(RuntimeService.class, () -> mock(RuntimeService.class))
            .withBean(RepositoryService.class, () -> mock(RepositoryService.class))
            .withBean(HistoryService.class, () -> mock(HistoryService.class))
            .withBean(RequestBodyRules.class, () -> mock(RequestBodyRules.class))
            .withBean(Tokens.class, () -> mock(Tokens.class))
            .withBean(StartGrants.class, () -> mock(StartGrants.class));

    @EnableWebSecurity
    static class WebSecurity {}

    @Test
    void browsersAreToldToUseHttpsOnly() {
        doors.withPropertyValues("baton.https-only=true")
                .run(context -> assertThat(answer(context)).asString().contains("max-age=31536000"));
        doors.run(context -> assertThat(answer(context)).isNull());
    }

    private static @Nullable String answer(WebApplicationContext context) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/camunda/app/tasklist/default/");
        request.setServletPath(request.getRequestURI());
        var response = new MockHttpServletResponse();
        context.getBean("springSecurityFilterChain", Filter.class).doFilter(request, response, new MockFilterChain());
        return response.getHeader("Strict-Transport-Security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baton.https-only",
                "server.servlet.session.cookie.secure",
                "camunda.bpm.webapp.csrf.enable-secure-cookie",
                "camunda.bpm.webapp.session-cookie.enable-secure-cookie"
            })
    void everyCookieIsForHttpsOnly(String setting) throws IOException {
        var settings =
                new YamlPropertySourceLoader().load("production", new ClassPathResource("application-production.yaml"));
        assertThat(settings.get(0).getProperty(setting)).isEqualTo(true);
    }
}
