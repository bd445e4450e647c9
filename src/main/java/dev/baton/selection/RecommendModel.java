package dev.baton.selection;

import dev.baton.camunda.VisibleInDiagrams;
import dev.baton.contract.Complexity;
import dev.baton.contract.ExecutionParty;
import dev.baton.plan.HandoffPlans;
import dev.baton.process.Facts;
import dev.baton.process.Variables;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** `${recommendModel}`: what the answers of a team speak for, in sentences, and as the choice that is made already. */
@Component
@VisibleInDiagrams
class RecommendModel implements JavaDelegate {

    private final ModelSelection selection;
    private final HandoffPlans plans;

    RecommendModel(ModelSelection selection, HandoffPlans plans) {
        this.selection = selection;
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var words = new HashMap<String, @Nullable String>();
        Axis.WORDS
                .keySet()
                .forEach(column ->
                        words.put(column, Facts.find(execution, column).orElse(null)));
        var recommended = selection.recommend(
                TeamAnswers.of(Facts.number(execution, Axis.SIZE).orElse(null), words));
        var complexity = Complexity.of(String.valueOf(words.get(Variables.COMPLEXITY)));
        execution.setVariable(Variables.RECOMMENDATION, inWords(recommended, complexity));
        Stream.of(Optional.of(recommended.model()), Optional.ofNullable(recommended.runnerUp()))
                .flatMap(Optional::stream)
                .filter(selection::isStartable)
                .findFirst()
                .ifPresent(model -> execution.setVariable(Variables.CHOSEN_MODEL, model));
        Facts.find(execution, Axis.PARTNER)
                .map(partner -> partner.equals("neither") ? ExecutionParty.INTERNAL : ExecutionParty.EXTERNAL)
                .ifPresent(party -> execution.setVariable(Variables.EXECUTION_PARTY, party.key()));
    }

    private String inWords(Recommendation recommended, Complexity complexity) {
        var head = "%s fits best.%s"
                .formatted(
                        Recommendation.called(recommended.model()),
                        recommended.runnerUp() == null
                                ? ""
                                : " Next comes: %s.".formatted(Recommendation.called(recommended.runnerUp())));
        var reasons = recommended.votes().stream().map(RecommendModel::inWords);
        var warnings = recommended.warnings().stream().map("Mind: %s"::formatted);
        var plan = plans.inWords(recommended.model(), complexity).stream();
        return Stream.of(Stream.of(head), reasons, warnings, plan)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n\n"));
    }

    private static String inWords(Vote vote) {
        var models = vote.models().stream().map(Recommendation::called).collect(Collectors.joining(" or "));
        return "%s (%s): %s. %s %s"
                .formatted(
                        Recommendation.called(vote.axis().inWords()),
                        vote.answer(),
                        models,
                        vote.reason(),
                        vote.advice())
                .strip();
    }
}
