package dev.baton.deployment;

import dev.baton.camunda.ModelingRule;
import dev.baton.deployment.Definitions.Diagram;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A key belongs to one file, so that nothing takes the place of another diagram, table or form by mistake. */
@Component
class KeysRule implements Rule {

    /** What a file defines: a process, a table or a form. */
    private record Key(String kind, String key, String file) {

        boolean isIn(String other) {
            return fileName(file).equals(fileName(other));
        }
    }

    @Override
    public void check(Definitions definitions, Violations found) {
        var brought = brought(definitions);
        checkOwners(brought, key -> deployedFile(key, definitions), found);
        checkLost(brought, definitions, found);
        definitions.diagrams().forEach(diagram -> checkPart(diagram, definitions, found));
        definitions.files().stream()
                .filter(file -> file.endsWith(".bpmn") || file.endsWith(".dmn"))
                .filter(file -> brought.stream().noneMatch(key -> key.file().equals(file)))
                .forEach(file -> found.add(
                        ModelingRule.OWN_KEY,
                        file,
                        (String) null,
                        file.endsWith(".bpmn")
                                ? "holds no process that runs: tick “Executable” on one."
                                : "holds no decision: draw one, with its table."));
    }

    private static List<Key> brought(Definitions definitions) {
        return Stream.of(
                        definitions.diagrams().stream()
                                .map(diagram -> new Key("process", diagram.key(), diagram.file())),
                        definitions.tables().stream().map(table -> new Key("table", table.key(), table.file())),
                        definitions.forms().stream().map(form -> new Key("form", form.id(), form.file())))
                .flatMap(keys -> keys)
                .toList();
    }

    private static void checkOwners(List<Key> brought, Function<Key, Optional<String>> deployedFile, Violations found) {
        var owners = new HashMap<String, String>();
        for (var key : brought) {
            var other = Optional.ofNullable(owners.putIfAbsent(key.kind() + " " + key.key(), key.file()))
                    .or(() -> deployedFile.apply(key).filter(file -> !key.isIn(file)));
            other.ifPresent(file -> found.add(
                    ModelingRule.OWN_KEY,
                    key.file(),
                    key.key(),
                    "brings the %s “%s”, which belongs to %s: give it another id, or save it under that name."
                            .formatted(key.kind(), key.key(), fileName(file))));
        }
    }

    private static Optional<String> deployedFile(Key key, Definitions definitions) {
        return switch (key.kind()) {
            case "process" -> definitions.deployedDiagram(key.key()).map(Diagram::file);
            case "table" -> definitions.deployedTable(key.key()).map(Definitions.Table::file);
            default -> definitions.deployedForm(key.key()).map(Definitions.Form::file);
        };
    }

    /** A file that is deployed again keeps what it defined, where others refer to it. */
    private static void checkLost(List<Key> brought, Definitions definitions, Violations found) {
        for (var file : definitions.files()) {
            var name = fileName(file);
            var stem = name.substring(0, name.lastIndexOf('.'));
            Stream<Key> before = file.endsWith(".bpmn")
                    ? definitions
                            .deployedDiagrams()
                            .filter(Diagram::isBatons)
                            .map(diagram -> new Key("process", diagram.key(), diagram.file()))
                    : file.endsWith(".dmn")
                            ? TablesRule.READ.stream()
                                    .flatMap(key -> definitions.deployedTable(key).stream())
                                    .map(table -> new Key("table", table.key(), table.file()))
                            : definitions.deployedForm(stem).stream()
                                    .map(form -> new Key("form", form.id(), form.file()));
            before.filter(key -> key.isIn(file))
                    .filter(key -> brought.stream()
                            .noneMatch(now -> now.kind().equals(key.kind())
                                    && now.key().equals(key.key())
                                    && now.file().equals(file)))
                    .forEach(key -> found.add(
                            ModelingRule.OWN_KEY,
                            file,
                            key.key(),
                            "defined the %s “%s”, which others refer to, and does no more: keep the id, or save it under another name."
                                    .formatted(key.kind(), key.key())));
        }
    }

    /** What Baton runs under a key keeps its part; a foreign process under its own key is left alone. */
    private static void checkPart(Diagram diagram, Definitions definitions, Violations found) {
        var part = Elements.part(diagram.process());
        definitions
                .deployedDiagram(diagram.key())
                .map(before -> Elements.part(before.process()))
                .filter(before -> !before.isEmpty() && !before.equals(part))
                .ifPresent(before -> found.add(
                        ModelingRule.OWN_KEY,
                        diagram.file(),
                        diagram.process(),
                        "takes the place of “%s”, which Baton runs with handoff = “%s”: give an unrelated process another id, or keep the property."
                                .formatted(diagram.key(), before)));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
