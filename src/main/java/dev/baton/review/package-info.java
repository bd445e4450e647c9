/** Review policies: when a reviewer is reminded, and what their silence means. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.baton.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
