package dev.baton.camunda;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a database that cannot be used into one clear line instead of a stack trace. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

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
            default -> null;
        };
    }
}
