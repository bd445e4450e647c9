package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Prints how long one check of a complete package takes. Run its main method; nothing is asserted about time. */
final class CheckSpeed {

    private static final int ROUNDS = 5;
    private static final int CHECKS = 2_000;

    private CheckSpeed() {}

    public static void main(String[] args) {
        Map<String, JsonNode> packages = Shipped.examples();
        for (int round = 1; round <= ROUNDS; round++) {
            long started = System.nanoTime();
            int percent = 0;
            for (int i = 0; i < CHECKS; i++) {
                percent += Shipped.CATALOG
                        .check("documentation-complete", packages, Shipped.OUTSIDE)
                        .completenessPercent();
            }
            long micros = (System.nanoTime() - started) / 1_000 / CHECKS;
            System.out.printf(
                    "Round %d: %d µs for one check of documentation-complete (%d %% complete)%n",
                    round, micros, percent / CHECKS);
        }
    }
}
