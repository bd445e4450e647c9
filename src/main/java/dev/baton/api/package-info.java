/** REST for integrators: start handoffs, see where they stand, change their packages, enter decisions, stop them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "context",
            "contract",
            "decision",
            "engine",
            "form",
            "handoff",
            "journal",
            "people",
            "process",
            "review",
            "time"
        })
package dev.baton.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
