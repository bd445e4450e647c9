/** What operations do to running handoffs through the engine, and who may read it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"camunda", "journal", "people", "process"})
package dev.baton.intervention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
