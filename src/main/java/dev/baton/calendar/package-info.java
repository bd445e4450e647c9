/** Business calendar and deadlines. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.baton.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
