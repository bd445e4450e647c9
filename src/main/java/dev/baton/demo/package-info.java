/** The first five minutes: people, two handoffs from real briefs, and where to look. Only in the profile `demo`. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "camunda", "handoff", "journal", "people", "security", "shared"})
package dev.baton.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
