package dev.baton.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives each answer that is read an ETag, and answers 304 to who has it already. A tag that a proxy has changed as it
 * packed the answer, as Apache, nginx and Jetty do, is the tag that it was.
 */
@Component
class EntityTags extends ShallowEtagHeaderFilter {

    private static final Pattern PACKED = Pattern.compile("(?:W/)?\"([^\"]*?)(?:[-;]{1,2}(?:gzip|br|zstd|deflate))?\"");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        super.doFilterInternal(new Unpacked(request), response, next);
    }

    /** What may be kept, by whoever asked, as long as it is asked for again each time. */
    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        return request.getMethod().equals("GET") && status >= 200 && status < 300;
    }

    static String unpacked(String tags) {
        return PACKED.matcher(tags).replaceAll("\"$1\"");
    }

    private static final class Unpacked extends HttpServletRequestWrapper {

        private static final List<String> CONDITIONS = List.of(
                HttpHeaders.IF_MATCH.toLowerCase(Locale.ROOT), HttpHeaders.IF_NONE_MATCH.toLowerCase(Locale.ROOT));

        Unpacked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            var value = super.getHeader(name);
            return value != null && isCondition(name) ? unpacked(value) : value;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            var values = super.getHeaders(name);
            return isCondition(name)
                    ? Collections.enumeration(Collections.list(values).stream()
                            .map(EntityTags::unpacked)
                            .toList())
                    : values;
        }

        private static boolean isCondition(String name) {
            return CONDITIONS.contains(name.toLowerCase(Locale.ROOT));
        }
    }
}
