package dev.baton.contract;

import java.util.List;

/** The gate's answer: complete, or every gap by name, the worst first. The percentage is required answers given well, rounded down. */
public record Verdict(boolean complete, int completenessPercent, List<Gap> gaps) {

    static Verdict of(int required, List<Gap> gaps) {
        var percent = required == 0 ? 100 : (required - gaps.size()) * 100 / required;
        return new Verdict(gaps.isEmpty(), percent, List.copyOf(gaps));
    }
}
