/** The launch of a campaign: on its day, or with a new one. */
@NullMarked
@ApplicationModule(allowedDependencies = {"camunda", "handoff", "journal", "process", "shared"})
package dev.baton.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
