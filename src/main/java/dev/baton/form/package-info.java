/** Forms as they are served, filled in from the tables in force, and what their answers are held to. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "camunda", "contract", "packages", "people", "process", "shared"})
package dev.baton.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
