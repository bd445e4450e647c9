/** Roles, who holds them, who is responsible for what with exactly one Accountable, and who stands in for whom. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.baton.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
