/** Spoken decisions: what two people of a handoff agreed on, and whether the other side has confirmed it in writing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"action", "camunda", "contract", "handoff", "journal", "packages", "process", "shared"})
package dev.baton.spokendecision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
