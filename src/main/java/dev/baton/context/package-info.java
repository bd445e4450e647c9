/** Context packages: versioned documents, their merge and diff, and the gate that lets only complete ones pass. */
@NullMarked
@ApplicationModule(allowedDependencies = {"contract", "engine", "journal", "process"})
package dev.baton.context;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
