/** Context packages: versioned documents, their merge and diff, and the gate that lets only complete ones pass. */
@NullMarked
@ApplicationModule(allowedDependencies = {"camunda", "contract", "journal", "process", "shared"})
package dev.baton.packages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
