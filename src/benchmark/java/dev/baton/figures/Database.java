package dev.baton.figures;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** One PostgreSQL server for all sides, a database for each; it commits as durably as in production. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path log;

    private Database(EmbeddedPostgres server, Path log) {
        this.server = server;
        this.log = log;
    }

    static Database start(Path out) throws IOException {
        var logs = Files.createDirectories(out.resolve("postgresql").toAbsolutePath());
        Files.deleteIfExists(logs.resolve("statements.log"));
        var server = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", logs.toString())
                .setServerConfig("log_filename", "statements.log")
                .setServerConfig("log_file_mode", "0644")
                .setServerConfig("log_rotation_age", "0")
                .setServerConfig("log_rotation_size", "0")
                .setServerConfig("log_line_prefix", "%d:")
                .start();
        return new Database(server, logs.resolve("statements.log"));
    }

    String create(String name) throws SQLException {
        sql("drop database if exists " + name);
        sql("create database " + name);
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name);
    }

    /** Tells the planner of a database what lies in it now, as the server itself does from time to time. */
    void analyze(String name) throws SQLException {
        try (var connection = server.getDatabase("postgres", name).getConnection();
                var one = connection.createStatement()) {
            one.execute("analyze");
        }
    }

    /** From now on the server writes down every statement, or no more. */
    void noteStatements(boolean on) throws SQLException {
        sql("alter system set log_statement = '%s'".formatted(on ? "all" : "none"));
        sql("select pg_reload_conf()");
    }

    /** Puts a line into the log of statements that tells where one call ends and the next begins. */
    void mark(String text) throws SQLException {
        sql("select '" + text + "'");
    }

    String log() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    private void sql(String statement) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
