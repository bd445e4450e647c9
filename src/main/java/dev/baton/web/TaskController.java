package dev.baton.web;

import dev.baton.camunda.ClosedTaskExplanation;
import dev.baton.handoff.OpenTask;
import dev.baton.handoff.OpenTasks;
import dev.baton.journal.Journal;
import dev.baton.packages.DeployedContracts;
import dev.baton.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class TaskController {

    private final Access access;
    private final OpenTasks tasks;
    private final Journal journal;
    private final HandoffDetails details;
    private final TaskReading reading;
    private final FormService forms;
    private final DeployedContracts contracts;
    private final ClosedTaskExplanation closed;

    TaskController(
            Access access,
            OpenTasks tasks,
            Journal journal,
            HandoffDetails details,
            TaskReading reading,
            FormService forms,
            DeployedContracts contracts,
            ClosedTaskExplanation closed) {
        this.access = access;
        this.tasks = tasks;
        this.journal = journal;
        this.details = details;
        this.reading = reading;
        this.forms = forms;
        this.contracts = contracts;
        this.closed = closed;
    }

    @GetMapping
    @Operation(
            operationId = "listMyTasks",
            summary = "My open tasks",
            description =
                    "Those assigned to me come first, then those that my groups may take; the oldest of each first.")
    Paged<TaskView> mine(
            @Parameter(description = "Counted from 0") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int size) {
        Paged.check(page, size);
        var person = access.person();
        var open = tasks.page(person, Paged.first(page, size), size);
        return new Paged<>(views(open), page, size, tasks.count(person));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getTask",
            summary = "What a task asks",
            description =
                    "Its questions with choices, rules and what stands there now, the packages that it is about and"
                            + " what they miss. For whoever may read the task.")
    TaskDetails task(@PathVariable String id) {
        var task = tasks.visible(id).orElseThrow(() -> gone(id, ProblemKind.UNKNOWN));
        return reading.of(task, views(List.of(task)).get(0));
    }

    // Has nothing but problems to say, and generated clients ask for no more.
    @PostMapping(
            path = "/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "answerTask",
            summary = "Answer a task, which completes it",
            description =
                    "All that is wrong is named at once, and nothing is kept then. Packages are merged by field: what"
                            + " others changed since the versions that you name stays, and a field that both changed is a 409. For"
                            + " whoever holds the task or may take it.")
    void answer(@PathVariable String id, @RequestBody TaskAnswer body) {
        if (tasks.visible(id).isEmpty()) {
            throw gone(id, ProblemKind.CONFLICT);
        }
        var variables = body.variables(contracts.catalog());
        try {
            forms.submitTaskForm(id, variables);
        } catch (Refusal refusal) {
            throw body.inBody(refusal);
        }
    }

    /** Whoever may know of a task that is over hears what became of it. */
    private Refused gone(String id, ProblemKind kind) {
        return closed.sentence(id)
                .map(sentence -> new Refused(kind, sentence))
                .orElseGet(() -> new Refused(
                        ProblemKind.UNKNOWN,
                        "No open task that you may see has the id \"%s\": GET /api/tasks lists yours.".formatted(id)));
    }

    private List<TaskView> views(List<OpenTask> open) {
        var ids = open.stream().map(OpenTask::handoff).collect(Collectors.toSet());
        var handoffs = journal.all(ids);
        var verdicts = details.verdicts(ids);
        return open.stream()
                .map(task -> TaskView.of(task, handoffs.get(task.handoff()), verdicts.get(task.handoff())))
                .toList();
    }
}
