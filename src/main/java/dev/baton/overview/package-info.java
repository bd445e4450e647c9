/** What everybody has in sight while they work on a task: days, the latest work, who decided what, what was agreed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "contract",
            "form",
            "handoff",
            "journal",
            "packages",
            "process",
            "review",
            "spokendecision",
            "transfer"
        })
package dev.baton.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
