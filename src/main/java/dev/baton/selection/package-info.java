/** Which model fits a team: the votes of a decision table, counted, with their reasons. */
@NullMarked
@ApplicationModule(allowedDependencies = {"camunda", "contract", "form", "handoff", "plan", "process", "shared"})
package dev.baton.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
