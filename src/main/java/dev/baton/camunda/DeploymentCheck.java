package dev.baton.camunda;

import static java.util.stream.Collectors.toCollection;

import dev.baton.shared.ByteOrderMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Holds files to all {@link ModelingRule}s, without deploying them. */
public final class DeploymentCheck {

    static final String WARN = "baton.deployment.warn";

    private final Supplier<List<DeploymentRule>> rules;
    private final Set<ModelingRule> warnings;

    /** @param warn ids of the rules that are only warned about */
    DeploymentCheck(Supplier<List<DeploymentRule>> rules, Collection<String> warn) {
        this.rules = rules;
        this.warnings = warn.stream()
                .filter(id -> !id.isBlank())
                .map(DeploymentCheck::warning)
                .collect(toCollection(() -> EnumSet.noneOf(ModelingRule.class)));
    }

    private static ModelingRule warning(String id) {
        var rule = ModelingRule.find(id.strip())
                .orElseThrow(() -> new InvalidSetting(
                        WARN, "It names a rule that there is not: write ids of the table in docs/modelling.md."));
        if (rule.always()) {
            throw new InvalidSetting(
                    WARN, "The rule %s protects people and what runs: it cannot be set to warn.".formatted(rule.id()));
        }
        return rule;
    }

    /** Whether a deployment goes on although the rule is broken. */
    public boolean isWarning(ModelingRule rule) {
        return warnings.contains(rule);
    }

    /** Every violation, those that are only warned about too; {@code files} are the contents by file name. */
    public List<Violation> violations(Map<String, byte[]> files) {
        var found = new ArrayList<Violation>();
        var readable = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> {
            var file = new UploadedFile(name, ByteOrderMark.strip(content));
            file.fault().ifPresentOrElse(found::add, () -> readable.put(name, file.content()));
        });
        rules.get().forEach(rule -> found.addAll(rule.violations(readable)));
        return found.stream().distinct().toList();
    }
}
