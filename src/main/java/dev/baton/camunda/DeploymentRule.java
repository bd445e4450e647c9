package dev.baton.camunda;

import java.util.List;
import java.util.Map;

/**
 * Rules that a new deployment must meet. They see the readable files together and never run for what is already deployed,
 * so that a stricter rule cannot strand running handoffs.
 */
@FunctionalInterface
public interface DeploymentRule {

    /** Every violation, or an empty list; {@code files} are the contents by file name. */
    List<Violation> violations(Map<String, byte[]> files);
}
