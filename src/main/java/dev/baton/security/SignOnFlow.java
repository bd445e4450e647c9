package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The way of a person to the provider and back: from the page that was asked for, to that page with a session of the web
 * apps, or to the login page, which says why not.
 */
final class SignOnFlow
        implements OAuth2AuthorizationRequestResolver, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignOnFlow.class);

    private static final String ASKED_FOR = SignOnFlow.class.getName() + ".askedFor";
    private static final String REFUSAL = SignOnFlow.class.getName() + ".refusal";
    /** A path of this server in plain characters, which no browser takes for the address of another. */
    private static final Pattern OWN_PAGE = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]{0,2000}");

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_ADDRESS = 4000;

    private final OAuth2AuthorizationRequestResolver standard;
    private final SignOnProvider provider;
    private final SignOnPeople people;
    private final WebAppSessions sessions;
    private final Clock clock;
    private final Duration longest;

    SignOnFlow(
            OAuth2AuthorizationRequestResolver standard,
            SignOnProvider provider,
            SignOnPeople people,
            WebAppSessions sessions,
            Clock clock,
            Duration longest) {
        this.standard = standard;
        this.provider = provider;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        if (!EndpointKind.pathOf(request).startsWith(SignOnRegistration.START)) {
            return null;
        }
        if (FetchMetadataFilter.isForeign(request)) {
            throw new SignOnRefused("Another site may not sign you in here: use the button of this page.");
        }
        var start = standard.resolve(request);
        if (start != null) {
            var page = request.getParameter("to");
            request.getSession().setAttribute(ASKED_FOR, isOwn(page) ? page : home(request));
        }
        return start;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return null;
    }

    private static String home(HttpServletRequest request) {
        return request.getContextPath() + AccessRefusalHandler.LOGIN_PAGE;
    }

    private static boolean isOwn(@Nullable String page) {
        return page != null && OWN_PAGE.matcher(page).matches();
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication proven)
            throws IOException {
        var user = (OidcUser) proven.getPrincipal();
        String person;
        try {
            person = people.signIn(provider.issuer(), user.getClaims());
        } catch (SignOnRefused refused) {
            onAuthenticationFailure(request, response, refused);
            return;
        }
        var page = request.getSession().getAttribute(ASKED_FOR);
        sessions.open(request, person, clock.instant().plus(longest), signOut(request, user));
        response.sendRedirect(page instanceof String own ? own : home(request));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        LOG.warn("A sign-in by {} failed: {}", provider.issuer(), plain(String.valueOf(failed.getMessage())));
        request.getSession().setAttribute(REFUSAL, sentence(failed));
        response.sendRedirect(home(request));
    }

    private String sentence(AuthenticationException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SignOnRefused refused) {
                return refused.sentence();
            }
        }
        if (SignOnProvider.isAway(failed)) {
            return SignOnRefused.away(provider.name(), failed).sentence();
        }
        if (failed instanceof OAuth2AuthenticationException refused) {
            return switch (refused.getError().getErrorCode()) {
                case "authorization_request_not_found" ->
                    "This sign-in was begun elsewhere or too long ago: begin again here.";
                case "invalid_id_token", "invalid_nonce", "invalid_user_info_response", "invalid_token_response" ->
                    "%s has answered in a way that proves nobody; the log says why. Begin again, or ask your administrator."
                            .formatted(provider.name());
                default ->
                    "%s has refused this sign-in: %s."
                            .formatted(
                                    provider.name(),
                                    plain(
                                            refused.getError().getDescription() == null
                                                    ? refused.getError().getErrorCode()
                                                    : refused.getError().getDescription()));
            };
        }
        return "This sign-in could not begin: begin again, or ask your administrator.";
    }

    private static String plain(String text) {
        var oneLine = text.replaceAll("[\\p{Cntrl}\\s]++", " ").strip();
        return oneLine.length() > LONGEST_REASON ? oneLine.substring(0, LONGEST_REASON) + "…" : oneLine;
    }

    /** What the last try of this browser came to nothing of; said once. */
    static @Nullable String refusal(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(REFUSAL) instanceof String sentence)) {
            return null;
        }
        session.removeAttribute(REFUSAL);
        return sentence;
    }

    /** Where a browser signs out of the provider too; null where the provider has no such page. */
    private @Nullable String signOut(HttpServletRequest request, OidcUser user) {
        Map<String, Object> metadata =
                provider.registration().getProviderDetails().getConfigurationMetadata();
        if (!(metadata.get("end_session_endpoint") instanceof String page)) {
            return null;
        }
        var back = ServletUriComponentsBuilder.fromContextPath(request).path(AccessRefusalHandler.LOGIN_PAGE);
        var address = UriComponentsBuilder.fromUriString(page)
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}");
        var client = provider.registration().getClientId();
        var whole = address.cloneBuilder()
                .queryParam("id_token_hint", "{token}")
                .encode()
                .buildAndExpand(client, back.toUriString(), user.getIdToken().getTokenValue())
                .toUriString();
        return whole.length() <= LONGEST_ADDRESS
                ? whole
                : address.encode().buildAndExpand(client, back.toUriString()).toUriString();
    }
}
