package dev.baton.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whoever may start a handoff starts it at its start, gates and listeners included. The engine asks no more for
 * starting it right before the launch.
 */
final class ModificationAccessRule implements AccessRule {

    private static final Pattern START = Pattern.compile("/process-definition/.+/start");
    private static final Pattern BREAK_OFF = Pattern.compile("/task/[^/]+/bpmn(?:Error|Escalation)");
    private static final Pattern RESTART = Pattern.compile("/process-definition/.+/restart(?:-async)?");
    private static final List<String> SHORTCUTS = List.of("startInstructions", "skipCustomListeners", "skipIoMappings");

    @Override
    public Optional<String> refusal(EngineUser person, HttpServletRequest request) throws IOException {
        if (person.mayRepair() || EndpointKind.isRead(request)) {
            return Optional.empty();
        }
        var path = EngineRestPath.of(request);
        if (BREAK_OFF.matcher(path).matches()) {
            return Optional.of("A task ends by being completed.");
        }
        if (RESTART.matcher(path).matches()) {
            return Optional.of("Only operations may restart a handoff somewhere.");
        }
        if (START.matcher(path).matches()) {
            for (var shortcut : SHORTCUTS) {
                if (!JsonBody.valuesOf(shortcut, request).isEmpty()) {
                    return Optional.of("Only operations may use " + shortcut + ".");
                }
            }
        }
        return Optional.empty();
    }
}
