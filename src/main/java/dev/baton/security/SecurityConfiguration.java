package dev.baton.security;

import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN;

import dev.baton.camunda.RequestBodyRules;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationProvider;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.CompositeFilter;

/**
 * One filter chain in front of everything: who are you, may you ask this at all, what are the limits of your role. The
 * web apps' own filters follow behind it. A {@code Customizer<HttpSecurity>} adds another way to sign in.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityConfiguration.OnlyHttps.class)
class SecurityConfiguration {

    /** @param httpsOnly browsers are told to come by HTTPS from now on */
    @ConfigurationProperties("baton")
    record OnlyHttps(@DefaultValue("false") boolean httpsOnly) {}

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
                    + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final Pattern FILE = Pattern.compile(".*/[^/]+\\.[a-z0-9]+");

    @Bean
    LoginThrottle loginThrottle(Clock clock) {
        return new LoginThrottle(clock);
    }

    @Bean
    PasswordLogin passwordLogin(EngineUserDetailsService users, LoginThrottle throttle) {
        return new PasswordLogin(users, throttle);
    }

    @Bean
    WebAppSessions webAppSessions(EngineUserDetailsService users, Clock clock) {
        return new WebAppSessions(users, clock);
    }

    @Bean
    HeldAnswers heldAnswers() {
        return new HeldAnswers();
    }

    @Bean
    AccessRefusalHandler accessRefusalHandler(HeldAnswers later) {
        return new AccessRefusalHandler(later);
    }

    @Bean
    AuthenticationManager authenticationManager(EngineUserDetailsService users, PasswordLogin login) {
        var ofSession = new PreAuthenticatedAuthenticationProvider();
        ofSession.setPreAuthenticatedUserDetailsService(token ->
                token.getPrincipal() instanceof EngineUser known ? known : users.loadUserByUsername(token.getName()));
        return new ProviderManager(new EngineAuthenticationProvider(login), ofSession);
    }

    @Bean
    CurrentUser currentUser(EngineUserDetailsService users) {
        return new CurrentUser(users);
    }

    /** After the request is let in: what it may hold, what the role may do, and the engine in the person's name. */
    @Bean
    RequestFilters requestFilters(
            CurrentUser current,
            PasswordLogin login,
            HeldAnswers later,
            RequestBodyRules bodies,
            IdentityService identity,
            AuthorizationService authorizations,
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            RepositoryService repository,
            StartGrants starts) {
        var engine = new EngineAuthentication(identity);
        var rules = new AccessRules(
                current,
                List.of(
                        new WebAppAccessRule(authorizations),
                        new OutsideAccessRule(engine, tasks, repository),
                        new PartnerAccessRule(),
                        new StakeholderAccessRule(engine, tasks),
                        new ModificationAccessRule(),
                        new OwnAccountAccessRule(),
                        new TokenAccessRule(),
                        new CommentAccessRule(engine, tasks, runtime, history),
                        new AuthorAccessRule(tasks, history)));
        return new RequestFilters(List.of(
                new ReceivedBodyFilter(current, authorizations),
                new StrictJsonFilter(bodies),
                new AuthorizationFilter(rules::authorize),
                new OldPasswordFilter(current, login, later),
                new TaskCommentFilter(current, engine, tasks, history),
                new GiveBackFilter(current, engine, tasks),
                new DeploymentGrantsFilter(starts),
                new EngineAuthenticationFilter(current, engine)));
    }

    /** In this order; a record, because every bean that is a filter would be one of the web server's too. */
    record RequestFilters(List<Filter> filters) {

        Filter inOrder() {
            var all = new CompositeFilter();
            all.setFilters(filters);
            return all;
        }
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationManager authentication,
            PasswordLogin login,
            Tokens tokens,
            ObjectProvider<JwtLogin> otherTokens,
            WebAppSessions sessions,
            AccessRefusalHandler refusals,
            RequestFilters requests,
            OnlyHttps https,
            ObjectProvider<Customizer<HttpSecurity>> moreWaysToSignIn)
            throws Exception {
        http.authenticationManager(authentication)
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .exceptionHandling(no -> no.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requested -> requested
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(request -> EndpointKind.of(request) == EndpointKind.SWITCHED_OFF)
                        .denyAll()
                        .requestMatchers(request -> EndpointKind.of(request).isOpenToAll())
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new FetchMetadataFilter(), HeaderWriterFilter.class)
                .addFilterAfter(new AnnouncedBodyFilter(), FetchMetadataFilter.class)
                .addFilter(webAppSession(authentication, sessions))
                .addFilter(basic(authentication, refusals))
                .addFilterBefore(
                        bearer(new TokenLogin(tokens, otherTokens.getIfAvailable()), refusals),
                        BasicAuthenticationFilter.class)
                .addFilterAfter(new WebAppLogoutFilter(), BasicAuthenticationFilter.class)
                .addFilterAfter(new LoginPageFilter(login, sessions, refusals), BasicAuthenticationFilter.class)
                .addFilterAfter(requests.inOrder(), AuthorizationFilter.class)
                .headers(headers -> headers(headers, https));
        moreWaysToSignIn.orderedStream().forEach(more -> more.customize(http));
        return http.build();
    }

    private static WebAppSessionFilter webAppSession(AuthenticationManager authentication, WebAppSessions sessions) {
        var session = new WebAppSessionFilter(sessions);
        session.setAuthenticationManager(authentication);
        return session;
    }

    private static AuthenticationFilter bearer(TokenLogin login, AccessRefusalHandler refusals) {
        var bearer = new AuthenticationFilter(login, login);
        bearer.setSuccessHandler((request, response, authentication) -> {});
        bearer.setFailureHandler(refusals::commence);
        return bearer;
    }

    private static BasicAuthenticationFilter basic(
            AuthenticationManager authentication, AccessRefusalHandler refusals) {
        var standard = new BasicAuthenticationConverter();
        var basic = new BasicAuthenticationFilter(authentication, refusals);
        basic.setAuthenticationConverter(
                request -> EndpointKind.of(request).takesBasic() ? standard.convert(request) : null);
        return basic;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, OnlyHttps https) {
        RequestMatcher files = SecurityConfiguration::isFileOfLoginPage;
        headers.referrerPolicy(policy -> policy.policy(SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .frameOptions(frame -> frame.deny())
                .cacheControl(caching -> caching.disable())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        files, new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-cache")))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(files), new CacheControlHeadersWriter()))
                .httpStrictTransportSecurity(transport -> {
                    if (https.httpsOnly()) {
                        transport.requestMatcher(request -> true).includeSubDomains(false);
                    } else {
                        transport.disable();
                    }
                });
    }

    /** A browser keeps the scripts and pictures of the login page, asking each time whether they changed. */
    private static boolean isFileOfLoginPage(HttpServletRequest request) {
        return EndpointKind.of(request) == EndpointKind.LOGIN_PAGE
                && FILE.matcher(EndpointKind.pathOf(request)).matches();
    }
}
