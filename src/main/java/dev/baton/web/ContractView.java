package dev.baton.web;

import dev.baton.contract.Catalog;
import dev.baton.contract.Contract;
import dev.baton.contract.OperatingStandard;
import dev.baton.contract.Requirement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A transition between roles, what must move with it, and what everyone may expect of it. */
record ContractView(
        @Schema(example = "strategy-to-execution") String key,
        @Schema(example = "Strategy to execution") String name,

        @Schema(description = "The roles that may hand over", example = "strategist")
        List<String> from,

        @Schema(description = "The roles that may take over", example = "execution-owner")
        List<String> to,

        @Schema(description = "The minimum operating standard")
        OperatingStandard standard,

        @Schema(description = "What has to move") List<PackageView> packages) {

    static ContractView of(Contract contract, Catalog catalog) {
        return new ContractView(
                contract.key(),
                contract.name(),
                contract.from(),
                contract.to(),
                contract.standard(),
                contract.packages().stream()
                        .map(name -> new PackageView(
                                name,
                                catalog.requirements(name).stream()
                                        .map(FieldView::of)
                                        .toList()))
                        .toList());
    }

    /** One JSON document and what it must answer, in the order of the table. */
    record PackageView(@Schema(example = "strategyBrief") String name, List<FieldView> fields) {}

    /** One answer that a package must hold. */
    record FieldView(
            @Schema(description = "The key in the document; * is the document as a whole", example = "objective")
            String field,

            @Schema(example = "What is the objective?") String label,

            @Schema(
                    description = "From which complexity on it is required; external: for people outside the company,"
                            + " who need everything",
                    allowableValues = {"always", "medium", "high", "external"})
            String level,

            @Schema(description = "Only for these kinds of campaign; empty: for all")
            Set<String> campaignTypes,

            @Schema(description = "What a good answer is", example = "a number and a time")
            String rule,

            @Schema(description = "Why it is asked") String reason,

            @Schema(description = "What is at risk without it")
            String risk,

            @Schema(description = "Who fills it", example = "strategist")
            String filledBy,

            @Schema(description = "A good answer") String example) {

        static FieldView of(Requirement requirement) {
            return new FieldView(
                    requirement.field(),
                    requirement.label(),
                    requirement.level().key(),
                    new TreeSet<>(requirement.campaignTypes()),
                    requirement.rule().goodAnswer(),
                    requirement.reason(),
                    requirement.risk(),
                    requirement.filledBy(),
                    requirement.example());
        }
    }
}
