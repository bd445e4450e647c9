package dev.baton.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the watch around the one data source. */
@Configuration(proxyBeanMethods = false)
class DataSources {

    @Bean
    static DatabaseWatch databaseWatch() {
        return new DatabaseWatch();
    }

    @Bean
    static BeanPostProcessor watchedDataSource(DatabaseWatch watch) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource && bean instanceof HikariDataSource pool
                        ? watched(pool, watch)
                        : bean;
            }
        };
    }

    private static DataSource watched(HikariDataSource pool, DatabaseWatch watch) {
        if (isPostgreSql(pool)) {
            pool.getDataSourceProperties().putIfAbsent("connectTimeout", "2");
            pool.getDataSourceProperties().putIfAbsent("tcpKeepAlive", "true");
        }
        var watched = new WatchedDataSource(pool, watch);
        watch.start(pool, watched::endAll);
        return watched;
    }

    static boolean isPostgreSql(HikariDataSource pool) {
        return String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:");
    }

    /** Instead of asking the pool, which waits. */
    @Bean
    HealthIndicator dbHealthIndicator(DatabaseWatch watch) {
        return () -> (watch.isAway() ? Health.down() : Health.up()).build();
    }
}
