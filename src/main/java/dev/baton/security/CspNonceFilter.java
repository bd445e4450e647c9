package dev.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request of the web apps a script nonce of its own. Camunda 7.24 keeps it in the servlet context, for all
 * requests together: whoever opens a page while somebody else clicks gets a page whose scripts the browser refuses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CspNonceFilter extends OncePerRequestFilter {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var context = ownNonce(request.getServletContext());
        next.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return context;
                    }
                },
                response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !EndpointKind.pathOf(request).startsWith("/camunda/");
    }

    private static ServletContext ownNonce(ServletContext shared) {
        var nonce = new AtomicReference<@Nullable Object>();
        return (ServletContext) Proxy.newProxyInstance(
                CspNonceFilter.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, given) -> {
                    if (given != null && given.length > 0 && NONCE.equals(given[0])) {
                        if (method.getName().equals("setAttribute")) {
                            nonce.set(given[1]);
                            return null;
                        }
                        if (method.getName().equals("getAttribute")) {
                            return nonce.get();
                        }
                    }
                    try {
                        return method.invoke(shared, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
