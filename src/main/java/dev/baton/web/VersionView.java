package dev.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.packages.PackageVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;

/** One version of a package: who wrote it, when, and through which way in. */
record VersionView(
        @Schema(example = "strategyBrief") String name,

        @Schema(description = "Counted from 1", example = "3")
        int version,

        @Schema(description = "User id", example = "maria") String author,
        @Schema(description = "UTC") Instant at,

        @Schema(
                example = "tasklist",
                allowableValues = {"tasklist", "engine-rest", "api", "engine", "copy"})
        String via) {

    static VersionView of(PackageVersion version) {
        return new VersionView(version.name(), version.version(), version.author(), version.at(), via(version));
    }

    private static String via(PackageVersion version) {
        return version.via().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same with what it says. */
    record WithDocument(String name, int version, String author, Instant at, String via, ObjectNode document) {

        static WithDocument of(PackageVersion version) {
            return new WithDocument(
                    version.name(),
                    version.version(),
                    version.author(),
                    version.at(),
                    VersionView.via(version),
                    version.document());
        }
    }
}
