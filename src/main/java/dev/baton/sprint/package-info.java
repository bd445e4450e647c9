/** Sprints: which days they have, and the moments at which their diagrams ask. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "camunda", "process", "shared"})
package dev.baton.sprint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
