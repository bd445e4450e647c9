package dev.baton.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The model that most axes name. A tie goes to what the complexity names, then to the order of the team size, then to that
 * of the complexity; the runner-up is what the same rule says without the first.
 *
 * @param model a process key, deployed or not
 * @param warnings sentences: what speaks against it
 */
record Recommendation(String model, @Nullable String runnerUp, List<Vote> votes, List<String> warnings) {

    /**
     * @param votes one for each axis
     * @param allowed the only models that may be recommended; empty for all that are named
     */
    static Recommendation of(List<Vote> votes, Set<String> allowed) {
        return new Count(votes, allowed).recommendation();
    }

    /** A key as people say it. */
    static String called(String model) {
        var words = model.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private record Count(List<Vote> votes, Set<String> allowed) {

        Recommendation recommendation() {
            var ranked = ranked();
            return new Recommendation(ranked.get(0), ranked.size() > 1 ? ranked.get(1) : null, votes, warnings(ranked));
        }

        private List<String> ranked() {
            var candidates = new LinkedHashSet<>(allowed);
            if (allowed.isEmpty()) {
                votes.forEach(vote -> candidates.addAll(vote.models()));
            }
            return candidates.stream()
                    .sorted(Comparator.<String>comparingInt(model -> -count(model))
                            .thenComparing(
                                    model -> !vote(Axis.COMPLEXITY).models().contains(model))
                            .thenComparing(model -> place(Axis.TEAM_SIZE, model))
                            .thenComparing(model -> place(Axis.COMPLEXITY, model)))
                    .toList();
        }

        private int count(String model) {
            return (int)
                    votes.stream().filter(vote -> vote.models().contains(model)).count();
        }

        private int place(Axis axis, String model) {
            var models = vote(axis).models();
            return models.contains(model) ? models.indexOf(model) : models.size();
        }

        private Vote vote(Axis axis) {
            return votes.stream()
                    .filter(vote -> vote.axis() == axis)
                    .findFirst()
                    .orElseThrow();
        }

        private List<String> warnings(List<String> ranked) {
            var model = ranked.get(0);
            var warnings = new ArrayList<String>();
            if (count(model) < 2) {
                warnings.add("No two of the answers speak for the same model: it was decided by the %s alone."
                        .formatted(decider(model)));
            } else if (ranked.size() > 1 && count(ranked.get(1)) == count(model)) {
                warnings.add("%s has as many answers on its side: it was decided by the %s."
                        .formatted(called(ranked.get(1)), tieBreaker(model, ranked.get(1))));
            }
            votes.stream()
                    .filter(vote -> vote.axis() != Axis.BUDGET_AND_TIME)
                    .filter(vote -> !vote.models().contains(model))
                    .map(vote -> outvoted(vote, model))
                    .forEach(warnings::add);
            return List.copyOf(warnings);
        }

        private String decider(String model) {
            return (vote(Axis.COMPLEXITY).models().contains(model) ? Axis.COMPLEXITY : Axis.TEAM_SIZE).inWords();
        }

        private String tieBreaker(String model, String other) {
            var named = vote(Axis.COMPLEXITY).models();
            return (named.contains(model) && !named.contains(other) ? Axis.COMPLEXITY : Axis.TEAM_SIZE).inWords();
        }

        private String outvoted(Vote vote, String model) {
            var names = vote.models().stream().map(Recommendation::called).collect(Collectors.joining(" or "));
            var ruledOut = !allowed.isEmpty() && vote.models().stream().noneMatch(allowed::contains);
            return ruledOut
                    ? "The %s (%s) speaks for %s, which a team of this size cannot carry."
                            .formatted(vote.axis().inWords(), vote.answer(), names)
                    : "The %s (%s) speaks for %s, not for %s."
                            .formatted(vote.axis().inWords(), vote.answer(), names, called(model));
        }
    }
}
