/**
 * What every module speaks: refusals with field and remedy, one JSON mapper and its strict reading, plain text, and where a
 * request came in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.baton.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
