/** Draws diagrams for pages, each from the places that its own file gives. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.baton.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
