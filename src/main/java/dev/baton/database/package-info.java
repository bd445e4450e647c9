/** Watches whether the database answers, so that nobody waits for one that does not. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.baton.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
