/** The rules that the code, the diagrams and the published API as a whole must meet. */
@org.jspecify.annotations.NullMarked
package dev.baton.architecture;
