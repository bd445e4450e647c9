/** Context packages as versioned JSON documents: merge, version, author, diff. */
@NullMarked
@ApplicationModule(allowedDependencies = "contract")
package dev.baton.context;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
