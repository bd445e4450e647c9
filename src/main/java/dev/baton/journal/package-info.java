/** The append-only record of what happened to a handoff, and one summary row per handoff. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.baton.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
