/** Review policies: how long a reviewer has, and what their silence means. */
@NullMarked
@ApplicationModule(allowedDependencies = {"people", "time"})
package dev.baton.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
