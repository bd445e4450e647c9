/** People at work in a real browser. */
@org.jspecify.annotations.NullMarked
package dev.baton.browser;
