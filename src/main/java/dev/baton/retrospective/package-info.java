/** Looking back on a campaign: each side rates alone, then both ratings are compared. */
@NullMarked
@ApplicationModule(allowedDependencies = {"camunda", "journal", "process", "review", "shared"})
package dev.baton.retrospective;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
