/** When each stage of a handoff has to begin and to be done, so that it launches on its day. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"calendar", "camunda", "contract", "handoff", "journal", "people", "process", "shared"})
package dev.baton.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
