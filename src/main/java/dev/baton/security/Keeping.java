package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;

/** A browser keeps the scripts and pictures of the login page, asking each time whether they changed, and nothing else. */
final class Keeping implements HeaderWriter {

    private static final Pattern FILE = Pattern.compile(".*/[^/]+\\.[a-z0-9]+");

    private final HeaderWriter nothing = new CacheControlHeadersWriter();

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (Door.of(request) == Door.LOGIN_PAGE
                && FILE.matcher(Door.pathOf(request)).matches()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        } else {
            nothing.writeHeaders(request, response);
        }
    }
}
