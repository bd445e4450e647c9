package dev.baton.web;

import dev.baton.shared.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that an endpoint does not know, that come twice, or that hold what no text may hold. */
final class PlainParameters implements HandlerInterceptor {

    private static final int LONGEST = 500;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            request.getParameterMap().forEach((name, values) -> check(method, name, values));
        }
        return true;
    }

    /** One that takes files names the fields beside them itself. */
    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("dev.baton.")
                && Arrays.stream(method.getMethodParameters())
                        .noneMatch(parameter -> parameter.getParameterType().equals(MultipartHttpServletRequest.class));
    }

    private static void check(HandlerMethod method, String name, String[] values) {
        var known = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getParameter().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.contains(name)) {
            var use = known.isEmpty() ? "this address takes none" : "use " + String.join(", ", known);
            throw Refused.field(name, "There is no query parameter \"%s\": %s.".formatted(name, use));
        }
        if (values.length > 1) {
            throw Refused.field(name, "\"%s\" is there %d times: send it once.".formatted(name, values.length));
        }
        if (values[0].length() > LONGEST) {
            throw Refused.field(name, "\"%s\" is longer than %d characters: shorten it.".formatted(name, LONGEST));
        }
        PlainText.fault(values[0]).ifPresent(fault -> {
            throw Refused.field(name, "\"%s\" %s".formatted(name, fault));
        });
    }
}
