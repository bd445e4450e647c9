/** Reviews: who is asked, until when, when they are reminded, and what their silence means. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "camunda",
            "contract",
            "handoff",
            "journal",
            "packages",
            "people",
            "process",
            "shared"
        })
package dev.baton.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
