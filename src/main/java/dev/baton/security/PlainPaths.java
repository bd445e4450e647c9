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
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses, before anything else looks at it, a path that two readers could read in two ways: empty or dot segments,
 * parameters, and encoded characters that need no encoding. The web apps' own filter compares the raw path, so
 * {@code /camunda/api/%61dmin} would walk past it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PlainPaths extends OncePerRequestFilter {

    private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.{1,2}(?:/|$)|[;\\\\]");
    private static final String NEVER_ENCODED = "-._~/\\;%";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if (AMBIGUOUS.matcher(path).find() || encodesTooMuch(path)) {
            refuse(request, response);
            return;
        }
        next.doFilter(request, response);
    }

    /** By the attribute the page of errors knows that the address is what is wrong. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(RequestRejectedException.class.getName(), true);
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
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
