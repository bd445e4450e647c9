package dev.baton.web;

import dev.baton.contract.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a gate would say now; nothing was stored. */
record CheckAnswer(
        @Schema(example = "strategy-to-execution") String contract,
        boolean complete,

        @Schema(description = "Required answers given well, of all required, rounded down", example = "62")
        int completenessPercent,

        List<GapView> gaps,

        @Schema(description = "The versions of the tables that judged", example = "contracts:1 requirements:3")
        String rules) {

    static CheckAnswer of(String contract, Verdict verdict, String rules) {
        return new CheckAnswer(
                contract,
                verdict.complete(),
                verdict.completenessPercent(),
                verdict.gaps().stream().map(GapView::of).toList(),
                rules);
    }
}
