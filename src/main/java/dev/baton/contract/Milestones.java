package dev.baton.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The milestones of an execution brief: the days between start and launch by which something is done. */
public final class Milestones {

    private static final String FIELD = "milestones";

    private Milestones() {}

    /** The package that has them. */
    public static String packageName() {
        return Question.EXECUTION;
    }

    /** As they are written, each with a name and a date. */
    public static Stream<JsonNode> rows(JsonNode executionBrief) {
        return executionBrief.path(FIELD).valueStream();
    }

    /**
     * The first milestone on a day or after it, and not after the launch; days that cannot be read count for nothing.
     */
    public static Optional<LocalDate> next(JsonNode executionBrief, LocalDate from, @Nullable LocalDate launch) {
        return rows(executionBrief)
                .map(row -> DateParser.read(row.path("date").asText()))
                .filter(Objects::nonNull)
                .filter(day -> !day.isBefore(from) && (launch == null || !day.isAfter(launch)))
                .min(LocalDate::compareTo);
    }
}
