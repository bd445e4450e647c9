/** REST for integrators: start handoffs, see where they stand, change their packages, stop them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"context", "contract", "engine", "journal", "people", "time", "workflow"})
package dev.baton.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
