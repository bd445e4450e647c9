package dev.baton.camunda;

import java.util.List;
import java.util.Map;

/**
 * A rule that a new deployment must meet. It sees the files together and never runs for what is already deployed, so
 * that a stricter rule cannot strand running handoffs. It may run while the engine still starts: it must not depend
 * on the engine's services.
 */
@FunctionalInterface
public interface DeploymentRule {

    /** Every violation, or an empty list; {@code files} are the contents by file name. */
    List<Violation> violations(Map<String, byte[]> files);
}
