/** Tunes the web server: how much it reads of a request, how long it waits for it, and how many it waits for at a time. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.baton.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
