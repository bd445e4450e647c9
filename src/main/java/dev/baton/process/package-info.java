/** Reads what diagrams, tables and variables say, and tells the features what happens at every node. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "camunda", "contract", "journal", "people", "shared"})
package dev.baton.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
