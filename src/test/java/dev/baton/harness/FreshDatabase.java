package dev.baton.harness;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives every Spring context of a test an empty database of its own, on H2 or, with
 * {@code -Dbaton.test.database=postgresql}, on a real PostgreSQL that starts once per JVM.
 */
class FreshDatabase implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return new Database();
    }

    /** A record, because equal customizers let test classes share a context. */
    private record Database() implements ContextCustomizer {

        private static final AtomicInteger COUNT = new AtomicInteger();

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            var name = "baton_" + COUNT.incrementAndGet();
            var sources = context.getEnvironment().getPropertySources();
            var source = new MapPropertySource("fresh database", properties(name));
            // What a test class sets itself goes before.
            if (sources.contains("Inlined Test Properties")) {
                sources.addAfter("Inlined Test Properties", source);
            } else {
                sources.addFirst(source);
            }
        }

        private static Map<String, Object> properties(String name) {
            var kind = System.getProperty("baton.test.database", "h2");
            return switch (kind) {
                case "h2" ->
                    Map.of(
                            "spring.datasource.url",
                                    "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=512".formatted(name),
                            "spring.datasource.username", "baton",
                            "spring.datasource.password", "");
                case "postgresql" ->
                    Map.of(
                            "spring.datasource.url", PostgreSql.create(name),
                            "spring.datasource.username", "postgres",
                            "spring.datasource.password", "");
                default ->
                    throw new IllegalArgumentException("baton.test.database is h2 or postgresql, not " + kind + ".");
            };
        }
    }
}
