/** The transfer of work to a receiver, whose clock stands still while a question is open. */
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "process", "review"})
package dev.baton.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
