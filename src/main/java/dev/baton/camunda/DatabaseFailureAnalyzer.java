package dev.baton.camunda;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a database that cannot be used into one clear line instead of a stack trace. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** Codes of H2. */
    private static final String IN_USE = "90020";

    private static final String UNREADABLE = "90028";
    private static final String DAMAGED = "90030";
    private static final String DAMAGED_METADATA = "90031";
    private static final String OTHER_FORMAT = "90048";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException failure) {
        var remedy = remedy(failure.getSQLState() == null ? "" : failure.getSQLState());
        return remedy == null
                ? null
                : new FailureAnalysis("The database cannot be used: " + reason(failure), remedy, failure);
    }

    private static String reason(SQLException failure) {
        var message = String.valueOf(failure.getMessage());
        return failure.getCause() == null ? message : "%s (%s)".formatted(message, failure.getCause());
    }

    /** By the classes of the SQL standard and PostgreSQL's own codes. */
    private static @Nullable String remedy(String state) {
        if (state.startsWith("08")) {
            return "Check that the database runs, and spring.datasource.url, .username and .password.";
        }
        if (state.startsWith("28")) {
            return "Check spring.datasource.username and spring.datasource.password.";
        }
        return switch (state) {
            case "3D000" -> "Create the database, or change spring.datasource.url.";
            case "42501" -> "Make the person of spring.datasource.username the owner of the database.";
            case IN_USE ->
                "Another Baton, or a database tool, has this file open: stop it, or give this one a file of its own"
                        + " (spring.datasource.url).";
            case UNREADABLE, DAMAGED, DAMAGED_METADATA, OTHER_FORMAT ->
                "If Baton may write the file and the disk is not full, the file is damaged or of another version of H2:"
                        + " put the last backup of it in its place. To begin anew instead, move it away.";
            default -> null;
        };
    }
}
