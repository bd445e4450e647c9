package dev.baton.spokendecision;

import dev.baton.packages.DeployedContracts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the spoken decisions that hold under the description of each task of their handoff, where Tasklist shows them. */
@Component
class SpokenDecisionsOnTasks {

    private static final String HEADING = "Spoken decisions that hold (both sides have confirmed them)";
    private static final int LONGEST_WORDING = 300;
    private static final int LONGEST_DESCRIPTION = 4000;

    private final SpokenDecisions decisions;
    private final DeployedContracts contracts;
    private final TaskService tasks;

    SpokenDecisionsOnTasks(SpokenDecisions decisions, DeployedContracts contracts, TaskService tasks) {
        this.decisions = decisions;
        this.contracts = contracts;
        this.tasks = tasks;
    }

    /** For a task that opens. */
    void show(DelegateTask task) {
        var holding = holding(task.getExecution().getProcessBusinessKey());
        if (!holding.isEmpty()) {
            task.setDescription(described(task.getDescription(), holding));
        }
    }

    /** For the tasks that are open when one more decision holds. */
    void refresh(String handoff) {
        var holding = holding(handoff);
        tasks.createTaskQuery()
                .processInstanceBusinessKey(handoff)
                .unlimitedList()
                .forEach(task -> {
                    task.setDescription(described(task.getDescription(), holding));
                    tasks.saveTask(task);
                });
    }

    private String holding(String handoff) {
        var newestFirst = new ArrayList<>(decisions.holding(handoff));
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(SpokenDecision decision) {
        var about =
                decision.about() == null ? "" : " about " + contracts.catalog().inWords(decision.about());
        return "- %s and %s on %s%s: %s"
                .formatted(
                        decision.enteredBy(),
                        decision.spokenWith(),
                        decision.spokenOn(),
                        about,
                        shortened(decision.wording(), LONGEST_WORDING));
    }

    private static String described(@Nullable String description, String holding) {
        var own = Objects.toString(description, "").split("\\s*" + Pattern.quote(HEADING), 2)[0];
        return shortened((own + "\n\n" + HEADING + "\n" + holding).strip(), LONGEST_DESCRIPTION);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
