/** The team's calendar: its zone, working days, holidays and working hours, and how deadlines are counted by it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.baton.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
