package dev.baton.harness;

import dev.baton.camunda.DeployedForms;
import dev.baton.form.FormQuestion;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;

/** Answers whatever task with something that its form accepts, drawn by chance: what the refusals name is filled in. */
public final class AnyAnswer {

    private static final int MOST_TRIES = 6;

    private final Scenario handoff;
    private final DeployedForms forms;
    private final Random random;

    public AnyAnswer(Scenario handoff, DeployedForms forms, Random random) {
        this.handoff = handoff;
        this.forms = forms;
        this.random = random;
    }

    /**
     * Completes the task, as whoever holds it or may take it.
     *
     * @return false where nothing was accepted now, as a launch before its day
     */
    public boolean complete(Task task, String who) {
        var key = task.getCamundaFormRef().getKey();
        var questions =
                FormQuestion.of(Json.parse(forms.latest(key).orElseThrow().json()));
        var answers = new HashMap<String, Object>();
        questions.stream()
                .filter(question -> List.of("decision", "launchReport").contains(question.path()))
                .forEach(question -> answers.put(question.path(), any(question)));
        for (var attempt = 0; attempt < MOST_TRIES; attempt++) {
            try {
                handoff.completeTask(who, task, answers);
                return true;
            } catch (Refusal refused) {
                if (!repair(answers, questions, refused.fields())) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean repair(Map<String, Object> answers, List<FormQuestion> questions, List<FieldError> wrong) {
        var repaired = false;
        for (var error : wrong) {
            for (var question : questions) {
                if (question.path().equals(error.field())) {
                    answers.put(question.path(), any(question));
                    repaired = true;
                }
            }
        }
        return repaired;
    }

    private Object any(FormQuestion question) {
        var field = question.json();
        var options = new ArrayList<String>();
        StreamSupport.stream(field.path("values").spliterator(), false)
                .forEach(option -> options.add(option.path("value").asText()));
        if (!options.isEmpty()) {
            return options.get(random.nextInt(options.size()));
        }
        return switch (field.path("type").asText()) {
            case "checkbox" -> true;
            case "number" -> Math.max(field.at("/validate/min").asInt(1), 1);
            case "datetime" ->
                LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).plusDays(40).toString();
            case "select" -> People.ADMIN;
            default ->
                field.at("/properties/format").asText().equals("link")
                        ? "https://work.example.org/any"
                        : "Something that says something.";
        };
    }
}
