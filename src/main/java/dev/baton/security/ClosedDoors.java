package dev.baton.security;

import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;

/**
 * One filter chain in front of everything: who are you, may you come through this door, what are the limits of your
 * role. The web apps' own filters follow behind it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClosedDoors.OnlyHttps.class)
class ClosedDoors {

    /** @param httpsOnly browsers are told to come by HTTPS from now on */
    @ConfigurationProperties("baton")
    record OnlyHttps(@DefaultValue("false") boolean httpsOnly) {}

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
                    + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    LoginThrottle loginThrottle(Clock clock) {
        return new LoginThrottle(clock);
    }

    /** People are the engine's; this only keeps Spring Boot from making up a user of its own. */
    @Bean
    UserDetailsService noOtherPeople() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            EnginePeople people,
            LoginThrottle throttle,
            IdentityService identity,
            AuthorizationService authorizations,
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            StartGrants starts,
            OnlyHttps https,
            @Value("${baton.context.max-nesting-depth:32}") int maxNestingDepth)
            throws Exception {
        var unknown = new Unknown();
        var engine = new InPersonsName(identity);
        var limits = new Limits(List.of(
                new WebApps(authorizations),
                new OwnTasksOnly(),
                new ReadsOnly(engine, tasks),
                new NoShortcuts(),
                new Remarks(engine, tasks, runtime, history)));

        http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .exceptionHandling(no -> no.authenticationEntryPoint(unknown).accessDeniedHandler(unknown))
                .authorizeHttpRequests(doors -> doors.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(request -> Door.of(request) == Door.SHUT)
                        .denyAll()
                        .requestMatchers(request -> Door.of(request).isOpenToAll())
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new SameSite(), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new Passwords(people, throttle), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new WebAppSession(people), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new StrictInput(maxNestingDepth + 2), AuthorizationFilter.class)
                .addFilterAfter(limits, StrictInput.class)
                .addFilterAfter(new RemarksFromOutside(engine, tasks, history), Limits.class)
                .addFilterAfter(engine, RemarksFromOutside.class)
                .addFilterBefore(new NewProcesses(starts), InPersonsName.class)
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(SAME_ORIGIN))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                        .frameOptions(frame -> frame.deny())
                        .cacheControl(keeping -> keeping.disable())
                        .addHeaderWriter(new Keeping())
                        .httpStrictTransportSecurity(transport -> {
                            if (https.httpsOnly()) {
                                transport.requestMatcher(request -> true).includeSubDomains(false);
                            } else {
                                transport.disable();
                            }
                        }));
        return http.build();
    }
}
