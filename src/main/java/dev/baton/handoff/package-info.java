/** A handoff from its start to its end: its facts, its people, what they may do with it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "camunda",
            "contract",
            "form",
            "journal",
            "packages",
            "people",
            "process",
            "shared"
        })
package dev.baton.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
