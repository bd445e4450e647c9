/** What people do with a running handoff: stop it, or change what was agreed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"context", "contract", "engine", "form", "handoff", "journal", "process"})
package dev.baton.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
