package dev.baton.web;

import dev.baton.handoff.OpenTask;
import dev.baton.handoff.OpenTasks;
import dev.baton.journal.Journal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class TaskController {

    private final Access access;
    private final OpenTasks tasks;
    private final Journal journal;
    private final HandoffDetails details;

    TaskController(Access access, OpenTasks tasks, Journal journal, HandoffDetails details) {
        this.access = access;
        this.tasks = tasks;
        this.journal = journal;
        this.details = details;
    }

    @GetMapping
    @Operation(
            operationId = "listMyTasks",
            summary = "My open tasks, the oldest first",
            description = "Those assigned to me and those that my groups may take, at most 200.")
    Items<TaskView> mine() {
        var person = access.person();
        var open = tasks.mine(person.id(), person.groups());
        var ids = open.stream().map(OpenTask::handoff).collect(Collectors.toSet());
        var handoffs = journal.all(ids);
        var gaps = details.gapCounts(ids);
        return new Items<>(open.stream()
                .flatMap(task -> Stream.ofNullable(handoffs.get(task.handoff()))
                        .map(handoff -> TaskView.of(task, handoff.campaign(), gaps.getOrDefault(handoff.id(), 0))))
                .toList());
    }
}
