package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses, before anything else looks at it, a path that two readers could read in two ways: empty or dot segments,
 * parameters, and encoded characters that need no encoding. The web apps' own filter compares the raw path, so
 * {@code /camunda/api/%61dmin} would walk past it. No {@code HttpFirewall}, because Spring Security reads the path before
 * it asks its firewall, and fails where a servlet's own part of the path is encoded.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CanonicalPathFilter extends OncePerRequestFilter {

    private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.{1,2}(?:/|$)|[;\\\\]");
    private static final String NEVER_ENCODED = "-._~/\\;%";

    private final RequestRejectedHandler rejections;

    CanonicalPathFilter(RequestRejectedHandler rejections) {
        this.rejections = rejections;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if (AMBIGUOUS.matcher(path).find() || encodesTooMuch(path)) {
            rejections.handle(request, response, new RequestRejectedException("The path can be read in two ways"));
            return;
        }
        next.doFilter(request, response);
    }

    private static boolean encodesTooMuch(String path) {
        for (var at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 >= path.length()) {
                return true;
            }
            var high = Character.digit(path.charAt(at + 1), 16);
            var low = Character.digit(path.charAt(at + 2), 16);
            if (high < 0 || low < 0 || isPlain((char) (high * 16 + low))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(char letter) {
        return letter < 0x20
                || (letter >= '0' && letter <= '9')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= 'a' && letter <= 'z')
                || NEVER_ENCODED.indexOf(letter) >= 0;
    }
}
