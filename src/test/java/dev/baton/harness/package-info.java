/** What tests of the running service share: a database, people, a clock and a handoff to drive. */
@org.jspecify.annotations.NullMarked
package dev.baton.harness;
