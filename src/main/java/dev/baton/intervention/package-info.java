/** What operations do to running handoffs through the engine, and who may read it; what becomes of a leaver's tasks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"camunda", "journal", "people", "process"})
package dev.baton.intervention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
