/** Fresh databases with Baton's own tables, for tests of the rooms that write them. */
@org.jspecify.annotations.NullMarked
package dev.baton.tables;
