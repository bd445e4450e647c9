package dev.baton.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The bill of materials of the JavaScript and what is said about advisories hold for the versions in use: whoever upgrades
 * reads the advisories again.
 */
class SupplyChainTests {

    private static final Path SBOM = Path.of("src/main/resources/META-INF/sbom");
    private static final Pattern MAVEN = Pattern.compile("pkg:maven/([^/]+)/([^@]+)@(.+)");
    private static final Pattern NAMED_WITH_VERSION = Pattern.compile("@license (@?[a-z0-9._/-]+@\\d[0-9A-Za-z.-]*)");
    private static final Set<String> WITH_JUSTIFICATION = Set.of("not_affected");
    private static final Set<String> STATES =
            Set.of("resolved", "resolved_with_pedigree", "exploitable", "in_triage", "false_positive", "not_affected");
    private static final Set<String> JUSTIFICATIONS = Set.of(
            "code_not_present",
            "code_not_reachable",
            "requires_configuration",
            "requires_dependency",
            "requires_environment",
            "protected_by_compiler",
            "protected_at_runtime",
            "protected_at_perimeter",
            "protected_by_mitigating_control");

    private final JsonNode scripts = read("webapps.cdx.json");
    private final JsonNode advisories = read("vex.cdx.json");
    private final Map<String, Path> jars = jars();

    SupplyChainTests() throws IOException {}

    @Test
    void everyScriptThatAJarServesIsInTheBillOfMaterialsAsItIs() throws IOException {
        var served = new TreeMap<String, String>();
        for (var path : jars.values()) {
            try (var jar = new JarFile(path.toFile())) {
                for (var entry : Collections.list(jar.entries())) {
                    if (entry.getName().matches("META-INF/resources/.*\\.m?js")) {
                        served.put(entry.getName(), hash(content(jar, entry.getName())));
                    }
                }
            }
        }
        var listed = new TreeMap<String, String>();
        for (var jar : scripts.path("components")) {
            for (var file : jar.path("components")) {
                if ("file".equals(file.path("type").asText())
                        && file.path("name").asText().startsWith("META-INF/resources/")) {
                    listed.put(
                            file.path("name").asText(),
                            file.path("hashes").path(0).path("content").asText());
                }
            }
        }
        assertThat(listed).isNotEmpty().isEqualTo(served);
    }

    @Test
    void whatTheBillOfMaterialsSaysOfALibraryStandsInTheJar() throws IOException {
        for (var parent : scripts.path("components")) {
            try (var jar = new JarFile(jarOf(parent.path("purl").asText()).toFile())) {
                for (var component : parent.path("components")) {
                    if ("file".equals(component.path("type").asText())) {
                        assertThat(jar.getEntry(component.path("name").asText()))
                                .as(component.path("name").asText())
                                .isNotNull();
                        continue;
                    }
                    var evidence = component.path("evidence");
                    var proof = evidence.at("/identity/0/methods/0/value").asText();
                    assertThat(proof).as(component.path("bom-ref").asText()).isNotEmpty();
                    assertThat(new String(
                                            content(
                                                    jar,
                                                    evidence.at("/occurrences/0/location")
                                                            .asText()),
                                            StandardCharsets.UTF_8)
                                    .contains(proof))
                            .as(component.path("bom-ref").asText() + " by \"" + proof + "\"")
                            .isTrue();
                    if (component.has("version")) {
                        assertThat(component.path("purl").asText())
                                .endsWith("@" + component.path("version").asText());
                        assertThat(proof).contains(component.path("version").asText());
                    }
                }
            }
        }
    }

    @Test
    void everyLibraryThatALicenceFileNamesIsInTheBillOfMaterials() throws IOException {
        var named = new TreeSet<String>();
        for (var parent : scripts.path("components")) {
            try (var jar = new JarFile(jarOf(parent.path("purl").asText()).toFile())) {
                for (var entry : Collections.list(jar.entries())) {
                    if (entry.getName().endsWith(".js.LICENSE.txt")) {
                        NAMED_WITH_VERSION
                                .matcher(new String(content(jar, entry.getName()), StandardCharsets.UTF_8))
                                .results()
                                .forEach(found -> named.add(found.group(1)));
                    }
                }
            }
        }
        var listed = StreamSupport.stream(scripts.path("components").spliterator(), false)
                .flatMap(
                        parent -> StreamSupport.stream(parent.path("components").spliterator(), false))
                .map(component -> component.path("name").asText() + "@"
                        + component.path("version").asText())
                .toList();
        assertThat(named).isNotEmpty().isSubsetOf(listed);
    }

    @Test
    void everyStatementIsAboutAVersionInUse() {
        var listed = StreamSupport.stream(scripts.path("components").spliterator(), false)
                .flatMap(
                        parent -> StreamSupport.stream(parent.path("components").spliterator(), false))
                .map(component -> component.path("purl").asText())
                .collect(Collectors.toSet());
        for (var advisory : advisories.path("vulnerabilities")) {
            assertThat(advisory.path("affects")).as(id(advisory)).isNotEmpty();
            for (var affected : advisory.path("affects")) {
                var purl = affected.path("ref").asText();
                if (purl.startsWith("pkg:maven/")) {
                    assertThat(jarOf(purl)).as(id(advisory)).exists();
                } else {
                    assertThat(listed).as(id(advisory)).contains(purl);
                }
            }
        }
    }

    @Test
    void everyStatementSaysOnceAndInTheWordsOfTheStandardWhy() {
        var ids = StreamSupport.stream(advisories.path("vulnerabilities").spliterator(), false)
                .map(SupplyChainTests::id)
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().doesNotContain("");
        for (var advisory : advisories.path("vulnerabilities")) {
            var analysis = advisory.path("analysis");
            var state = analysis.path("state").asText();
            assertThat(STATES).as(id(advisory)).contains(state);
            assertThat(analysis.path("detail").asText()).as(id(advisory)).isNotBlank();
            assertThat(advisory.path("source").path("url").asText())
                    .as(id(advisory))
                    .startsWith("https://");
            if (WITH_JUSTIFICATION.contains(state)) {
                assertThat(JUSTIFICATIONS)
                        .as(id(advisory))
                        .contains(analysis.path("justification").asText());
            } else {
                assertThat(analysis.has("justification")).as(id(advisory)).isFalse();
            }
        }
    }

    @Test
    void whatBatonClosesNamesTheTestThatProvesIt() throws IOException {
        var named = new TreeSet<String>();
        for (var advisory : advisories.path("vulnerabilities")) {
            for (var property : advisory.path("properties")) {
                if ("baton:test".equals(property.path("name").asText())) {
                    named.add(property.path("value").asText());
                }
            }
        }
        assertThat(named).isNotEmpty();
        for (var test : named) {
            assertThat(Path.of("src/test/java", test.replace('.', '/') + ".java"))
                    .exists();
        }
        for (var engine : Set.of("CVE-2026-109432", "CVE-2026-77226")) {
            assertThat(advisories.path("vulnerabilities"))
                    .filteredOn(advisory -> engine.equals(id(advisory)))
                    .singleElement()
                    .satisfies(
                            advisory -> assertThat(advisory.path("properties")).isNotEmpty());
        }
    }

    private Path jarOf(String purl) {
        var parts = MAVEN.matcher(purl);
        assertThat(parts.matches()).as(purl).isTrue();
        var name = parts.group(2) + "-" + parts.group(3);
        return candidates(name).stream()
                .filter(jar -> jar.toString()
                        .replace('\\', '/')
                        .contains(parts.group(1).replace('.', '/') + "/" + parts.group(2) + "/" + parts.group(3) + "/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(purl + " is not in use"));
    }

    private Collection<Path> candidates(String name) {
        return jars.entrySet().stream()
                .filter(jar -> jar.getKey().startsWith(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String id(JsonNode advisory) {
        return advisory.path("id").asText();
    }

    private static JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(SBOM.resolve(file)));
    }

    private static byte[] content(JarFile jar, String entry) throws IOException {
        try (var input = jar.getInputStream(jar.getEntry(entry))) {
            return input.readAllBytes();
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Path> jars() throws IOException {
        var found = new HashMap<String, Path>();
        var manifests = SupplyChainTests.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
        for (var manifest : Collections.list(manifests)) {
            if (manifest.openConnection() instanceof JarURLConnection jar) {
                var path = Path.of(jar.getJarFile().getName());
                found.put(path.getFileName().toString(), path);
            }
        }
        return found;
    }
}
