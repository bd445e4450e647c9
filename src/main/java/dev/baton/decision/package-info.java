/** Spoken decisions: what two people of a handoff agreed on, and whether the other side has confirmed it in writing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"action", "context", "contract", "engine", "handoff", "journal", "process"})
package dev.baton.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
