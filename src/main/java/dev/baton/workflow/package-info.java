/** The seam to BPMN: thin delegates and listeners that read variables, call a room and write variables. */
@NullMarked
@ApplicationModule
package dev.baton.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
