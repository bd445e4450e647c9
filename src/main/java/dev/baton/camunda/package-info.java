/** Configures and closes the process engine; the only room that knows the engine's internals. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.baton.camunda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
