/** Looking back on a campaign: each side rates alone, then both ratings are compared. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "journal", "process", "review"})
package dev.baton.retrospective;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
