package dev.baton.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseWatchTests {

    /** H2 makes a new file with the user and password of whoever comes first, and that can be the watch. */
    @Test
    void aNewFileWithoutAPasswordIsMadeForEverybodyAlike(@TempDir Path folder) throws Exception {
        try (var pool = new HikariDataSource();
                var watch = new DatabaseWatch()) {
            pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("first"));
            pool.setUsername("baton");
            watch.start(pool, () -> {});
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!Files.exists(folder.resolve("first.mv.db")) && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }

            try (var connection = pool.getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }
}
