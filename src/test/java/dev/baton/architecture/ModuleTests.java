package dev.baton.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Baton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTests {

    private static final Path MAIN = Path.of("src/main/java/dev/baton");

    @Test
    void modulesUseOnlyTheModulesTheyAreAllowed() {
        ApplicationModules.of(Baton.class).verify();
    }

    /** The first one on the class path counts, and that is the tests'. */
    @Test
    void noTestHidesWhatAModuleDeclares() throws IOException {
        assertThat(packages())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(Path.of("src/test/java")
                                .resolve(Path.of("src/main/java").relativize(folder))
                                .resolve("package-info.java"))
                        .doesNotExist());
    }

    @Test
    void noModuleIsOpenToAllOthersOrMayUseThemAll() throws IOException {
        assertThat(packages().stream().filter(folder -> MAIN.equals(folder.getParent())))
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("allowedDependencies")
                        .doesNotContain("OPEN"));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        assertThat(packages())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .startsWith("/**")
                        .contains("NullMarked"));
    }

    @Test
    void onlyTheEngineModuleKnowsTheEnginesTables() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(MAIN.resolve("camunda"))
                                    && file.toString().matches(".*\\.(java|sql|yaml)")))
                    .allSatisfy(file -> assertThat(file)
                            .as("the engine's services are the way to its data: they outlive Camunda 7")
                            .content()
                            .doesNotContainPattern("(?i)\\bACT_(RU|HI|RE|GE|ID)_"));
        }
    }

    private static List<Path> packages() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(Files::isDirectory)
                    .filter(ModuleTests::holdsCode)
                    .toList();
        }
    }

    private static boolean holdsCode(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
