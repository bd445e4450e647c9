/** Says who may come in, as whom, and what each role may touch. */
@NullMarked
@ApplicationModule(allowedDependencies = {"camunda", "database", "people", "server", "shared"})
package dev.baton.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
