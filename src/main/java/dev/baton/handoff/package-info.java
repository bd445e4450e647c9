/** A handoff from its start to its end: its facts, its people, what they may do with it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"context", "contract", "engine", "form", "journal", "people", "process"})
package dev.baton.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
