/** REST for integrators: start handoffs, see where they stand, change their packages, enter decisions, stop them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "absence",
            "action",
            "board",
            "calendar",
            "camunda",
            "contract",
            "form",
            "handoff",
            "journal",
            "packages",
            "people",
            "plan",
            "process",
            "review",
            "shared",
            "spokendecision",
            "transfer"
        })
package dev.baton.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
