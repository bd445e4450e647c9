package dev.baton.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.process.Variables;
import dev.baton.shared.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A form as people get it: each placeholder of the stored form replaced by what the tables say.
 *
 * @param tree the form that is served
 * @param written packages whose fields it asks for
 * @param shown packages whose answers it shows
 * @param showsGaps whether it tells what a gate missed
 * @param showsOverview whether it tells how the handoff went so far
 */
record ServedForm(JsonNode tree, Set<String> written, Set<String> shown, boolean showsGaps, boolean showsOverview) {

    /** The custom property that makes a component a placeholder, and its values. */
    static final String FIELDS = "fields";

    static JsonNode read(String stored) {
        return Json.read(stored, JsonNode.class);
    }

    /** @param packages those that the task is about; a placeholder without a path stands for all of them */
    static ServedForm of(String stored, PackageFields fields, Collection<String> packages, ArrayNode contracts) {
        var expansion = new Expansion(fields, packages, contracts);
        var form = read(stored).<ObjectNode>deepCopy();
        expansion.collectWhole(form.path("components"));
        form.set("components", expansion.expand(form.path("components")));
        if (!expansion.written.isEmpty()) {
            form.withArray("components").add(shownVersions());
        }
        return new ServedForm(form, expansion.written, expansion.shown, expansion.gaps, expansion.overview);
    }

    Stream<String> packages() {
        return Stream.concat(written.stream(), shown.stream()).distinct();
    }

    /** Sends back which versions the form showed. */
    private static ObjectNode shownVersions() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "expression")
                .put("id", "expression_shownVersions")
                .put("key", Variables.SHOWN_VERSIONS)
                .put("expression", "=" + Variables.PACKAGE_VERSIONS)
                .put("computeOn", "presubmit");
    }

    private static final class Expansion {

        private final PackageFields fields;
        private final Collection<String> packages;
        private final ArrayNode contracts;
        private final Set<String> written = new LinkedHashSet<>();
        private final Set<String> shown = new LinkedHashSet<>();
        private final Set<String> whole = new LinkedHashSet<>();
        private boolean gaps;
        private boolean overview;

        Expansion(PackageFields fields, Collection<String> packages, ArrayNode contracts) {
            this.fields = fields;
            this.packages = packages;
            this.contracts = contracts;
        }

        ArrayNode expand(JsonNode components) {
            var expanded = JsonNodeFactory.instance.arrayNode();
            components.forEach(component -> add(expanded, (ObjectNode) component));
            return expanded;
        }

        private void add(ArrayNode expanded, ObjectNode component) {
            var id = component.path("id").asText();
            var label = component.path("label").asText("");
            switch (property(component, FIELDS)) {
                case "write" -> paths(component).forEach(name -> expanded.add(written(component, name)));
                case "show" -> shown(component, label).forEach(expanded::add);
                case "asked" -> {
                    component.set("values", fields.toAskAbout(packages));
                    expanded.add(component);
                }
                case "gaps" -> {
                    gaps = true;
                    expanded.add(FormNotes.gaps(id, packages));
                }
                case "overview" -> {
                    overview = true;
                    expanded.add(FormNotes.overview(id, label));
                    otherDocuments().forEach(expanded::add);
                }
                case "agenda" -> {
                    overview = true;
                    expanded.add(FormNotes.agenda(id, label));
                }
                case "ending" -> {
                    overview = true;
                    expanded.add(FormNotes.ending(id));
                }
                case "returned" -> expanded.add(FormNotes.returned(id, label));
                case "escalated" -> expanded.add(FormNotes.escalated(id));
                default -> {
                    if (component.has("components")) {
                        component.set("components", expand(component.path("components")));
                    }
                    Choices.find(component)
                            .filter(offered -> offered.kind() == Choices.Kind.CONTRACTS)
                            .ifPresent(offered -> component.set("values", contracts));
                    expanded.add(component);
                }
            }
        }

        /** Those of the task that stand nowhere else in the form as a whole. */
        private Stream<ObjectNode> otherDocuments() {
            var others = packages.stream().filter(name -> !whole.contains(name)).toList();
            shown.addAll(others);
            return others.stream()
                    .map(name -> fields.toShow(
                            "document_" + name, PackageFields.title(name), false, List.of(name), List.of()));
        }

        private void collectWhole(JsonNode components) {
            for (var component : components) {
                var isWhole = property(component, FIELDS).equals("write")
                        || (property(component, FIELDS).equals("show")
                                && property(component, "only").isEmpty());
                if (isWhole) {
                    whole.addAll(paths(component));
                }
                collectWhole(component.path("components"));
            }
        }

        private Collection<String> paths(JsonNode placeholder) {
            var path = placeholder.path("path").asText("");
            return path.isEmpty() ? packages : List.of(path);
        }

        /** Fields placed by hand win over those that are derived. */
        private ObjectNode written(ObjectNode placeholder, String name) {
            written.add(name);
            var group = placeholder.deepCopy();
            group.put("path", name)
                    .put(
                            "id",
                            placeholder.path("path").isMissingNode()
                                    ? "group_" + name
                                    : group.path("id").asText());
            if (group.path("label").asText("").isEmpty()) {
                group.put("label", PackageFields.title(name));
            }
            group.put("showOutline", true).remove("properties");
            var byHand = new HashMap<String, JsonNode>();
            var components = JsonNodeFactory.instance.arrayNode();
            expand(placeholder.path("components")).forEach(component -> {
                if (component.has("key")) {
                    byHand.put(component.path("key").asText(), component);
                } else {
                    components.add(component);
                }
            });
            for (var derived : fields.toWrite(name)) {
                var mine = byHand.remove(derived.path("key").asText());
                components.add(mine == null ? derived : mine);
            }
            byHand.values().forEach(components::add);
            group.set("components", components);
            return group;
        }

        private Stream<ObjectNode> shown(ObjectNode placeholder, String label) {
            var id = placeholder.path("id").asText();
            var closed = property(placeholder, "closed").equals("true");
            var only = Stream.of(property(placeholder, "only").split(","))
                    .map(String::strip)
                    .filter(field -> !field.isEmpty())
                    .toList();
            if (!only.isEmpty()) {
                var names = only.stream()
                        .map(field -> field.substring(0, field.indexOf('.')))
                        .distinct()
                        .toList();
                shown.addAll(names);
                return Stream.of(fields.toShow(id, label, !closed, names, only));
            }
            var names = paths(placeholder);
            shown.addAll(names);
            return names.stream()
                    .map(name -> fields.toShow(
                            placeholder.has("path") ? id : "view_" + name,
                            label.isEmpty() || !placeholder.has("path") ? PackageFields.title(name) : label,
                            !closed,
                            List.of(name),
                            List.of()));
        }

        private static String property(JsonNode component, String name) {
            return component.path("properties").path(name).asText("");
        }
    }
}
