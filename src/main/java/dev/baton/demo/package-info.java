/** The first five minutes: people, two handoffs from real briefs, and where to look. Only in the profile `demo`. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "handoff", "journal", "people", "security", "time"})
package dev.baton.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
