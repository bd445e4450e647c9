/** What people do with a running handoff: stop it, or change what was agreed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"camunda", "contract", "form", "handoff", "journal", "packages", "process", "shared"})
package dev.baton.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
