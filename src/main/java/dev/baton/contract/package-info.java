/**
 * What has to move with a handoff: contracts, the answers they require, and the check that names every gap.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.baton.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
