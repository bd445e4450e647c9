/** People who are away: who acts for them and when, and what becomes of their open tasks meanwhile. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "camunda",
            "form",
            "handoff",
            "journal",
            "people",
            "process",
            "review",
            "shared"
        })
package dev.baton.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
