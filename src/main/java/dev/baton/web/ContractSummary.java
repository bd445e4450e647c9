package dev.baton.web;

import dev.baton.contract.Contract;
import dev.baton.contract.OperatingStandard;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One row of the handoff map. */
record ContractSummary(
        @Schema(example = "strategy-to-execution") String key,
        @Schema(example = "Strategy to execution") String name,

        @Schema(description = "The roles that may hand over", example = "strategist")
        List<String> from,

        @Schema(description = "The roles that may take over", example = "execution-owner")
        List<String> to,

        @Schema(description = "The names of what has to move", example = "strategyBrief")
        List<String> packages,

        @Schema(description = "The minimum operating standard")
        OperatingStandard standard) {

    static ContractSummary of(Contract contract) {
        return new ContractSummary(
                contract.key(),
                contract.name(),
                contract.from(),
                contract.to(),
                contract.packages(),
                contract.standard());
    }
}
