package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.Catalog;
import dev.baton.packages.PackageChanges;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the packages of a body: known names, each a JSON object. */
final class PackageDocuments {

    private PackageDocuments() {}

    /** Adds what is wrong to the errors, one per package. */
    static Map<String, ObjectNode> read(
            @Nullable Map<String, JsonNode> packages, Catalog catalog, List<FieldError> errors) {
        var documents = new LinkedHashMap<String, ObjectNode>();
        if (packages == null) {
            return documents;
        }
        packages.forEach((name, document) -> {
            if (!catalog.packageNames().contains(name)) {
                errors.add(PackageChanges.unknownPackage(name, catalog.packageNames()));
            } else if (document instanceof ObjectNode object) {
                documents.put(name, object);
            } else {
                errors.add(new FieldError(
                        "packages." + name, "\"%s\" is a package: send it as a JSON object.".formatted(name)));
            }
        });
        return documents;
    }

    static Map<String, ObjectNode> read(@Nullable Map<String, JsonNode> packages, Catalog catalog) {
        var errors = new ArrayList<FieldError>();
        var documents = read(packages, catalog, errors);
        refuseIfAny(errors);
        return documents;
    }

    /** The engine knows variables; a caller has sent them as {@code packages.name} or {@code answers.name}. */
    static Refused inBody(Refusal refusal, Set<String> sent) {
        var errors = refusal.fields().stream()
                .map(error -> new FieldError(
                        sent.contains(error.field()) ? "packages." + error.field() : StartRequest.place(error.field()),
                        error.message()))
                .toList();
        return new Refused(ProblemKind.INVALID, String.valueOf(refusal.getMessage()), errors);
    }

    static void refuseIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            var sentence =
                    String.join(" ", errors.stream().map(FieldError::message).toList());
            throw new Refused(ProblemKind.INVALID, sentence, errors);
        }
    }
}
