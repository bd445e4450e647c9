package dev.baton.journal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The order of found handoffs. */
public record Sort(By by, Direction direction) {

    /** Latest started first. */
    public static final Sort LATEST = new Sort(By.STARTED_AT, Direction.DESCENDING);

    /** What handoffs can be sorted by. */
    public enum By {
        STARTED_AT("startedAt", "started_at"),
        STATUS_SINCE("statusSince", "status_since"),
        LAUNCH_DATE("launchDate", "launch_date"),
        CAMPAIGN("campaign", "campaign_searched");

        private final String key;
        private final String column;

        By(String key, String column) {
            this.key = key;
            this.column = column;
        }
    }

    /** Which end comes first. */
    public enum Direction {
        ASCENDING("asc"),
        DESCENDING("desc");

        private final String sql;

        Direction(String sql) {
            this.sql = sql;
        }
    }

    /** Reads "launchDate" (ascending) or "-launchDate" (descending). */
    public static Sort of(String text) {
        var descending = text.startsWith("-");
        var key = descending ? text.substring(1) : text;
        return Arrays.stream(By.values())
                .filter(by -> by.key.equals(key))
                .findFirst()
                .map(by -> new Sort(by, descending ? Direction.DESCENDING : Direction.ASCENDING))
                .orElseThrow(
                        () -> new InvalidSearch("sort", "Handoffs cannot be sorted by '" + text + "'. Use " + known()));
    }

    private static String known() {
        return Arrays.stream(By.values())
                .map(by -> by.key)
                .collect(Collectors.joining(", ", "one of: ", "; with - in front for the other direction."));
    }

    String sql() {
        return " order by " + by.column + " " + direction.sql + " nulls last, id";
    }
}
