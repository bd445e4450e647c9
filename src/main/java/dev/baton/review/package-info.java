/** Review policies: when a reviewer is reminded, and what their silence means; and what the journal says of reviews. */
@NullMarked
@ApplicationModule(allowedDependencies = "journal")
package dev.baton.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
