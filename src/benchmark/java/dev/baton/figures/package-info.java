/** Measures Baton beside a plain Camunda starter, in one run: {@code ./mvnw -Pbenchmark verify}. */
@org.jspecify.annotations.NullMarked
package dev.baton.figures;
