package dev.baton.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** Every call that the engine's REST knows, as its resources declare them: {@code GET /task/{id}/comment}. */
final class EngineCalls {

    private static final int DEEPEST = 5;

    private EngineCalls() {}

    static Set<String> all() {
        var calls = new TreeSet<String>();
        collect(DefaultProcessEngineRestServiceImpl.class, "", 0, calls);
        return calls;
    }

    private static void collect(Class<?> resource, String path, int depth, Set<String> calls) {
        if (depth > DEEPEST) {
            return;
        }
        methods(resource).forEach(method -> {
            var part = method.getAnnotation(Path.class);
            var here = part == null ? path : path + "/" + plain(part.value());
            var verb = Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(each -> each != null)
                    .findFirst();
            if (verb.isPresent()) {
                calls.add(verb.get().value() + " " + here.replaceAll("/+", "/"));
            } else if (part != null) {
                collect(method.getReturnType(), here, depth + 1, calls);
            }
        });
    }

    /** Annotations stand on the interfaces that resources implement, or on the resources. */
    private static Stream<Method> methods(Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.of(
                                Arrays.stream(type.getDeclaredMethods()),
                                methods(type.getSuperclass()),
                                Arrays.stream(type.getInterfaces()).flatMap(EngineCalls::methods))
                        .flatMap(each -> each);
    }

    /** {@code {id : .+}} as {@code {id}}. */
    private static String plain(String path) {
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("^/", "");
    }
}
