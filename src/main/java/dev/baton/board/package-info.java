/** Where everything stands, for people who would rather look: the diagrams as pictures. */
@NullMarked
@ApplicationModule(allowedDependencies = {"handoff", "journal", "people", "process"})
package dev.baton.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
