package dev.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.contract.UnknownContract;
import dev.baton.handoff.DuplicateStart;
import dev.baton.handoff.FactChanges;
import dev.baton.handoff.Handoffs;
import dev.baton.handoff.OpenTasks;
import dev.baton.journal.Filter;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.Sort;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.process.Suspensions;
import dev.baton.review.DeadlineMoves;
import dev.baton.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/handoffs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handoffs")
class HandoffController {

    private final Handoffs handoffs;
    private final FactChanges changes;
    private final DeadlineMoves deadlines;
    private final Journal journal;
    private final DeployedContracts contracts;
    private final Models models;
    private final Access access;
    private final HandoffDetails details;
    private final Suspensions suspensions;
    private final OpenTasks tasks;
    private final Clock clock;

    HandoffController(
            Handoffs handoffs,
            FactChanges changes,
            DeadlineMoves deadlines,
            Journal journal,
            DeployedContracts contracts,
            Models models,
            Access access,
            HandoffDetails details,
            Suspensions suspensions,
            OpenTasks tasks,
            Clock clock) {
        this.handoffs = handoffs;
        this.changes = changes;
        this.deadlines = deadlines;
        this.journal = journal;
        this.contracts = contracts;
        this.models = models;
        this.access = access;
        this.details = details;
        this.suspensions = suspensions;
        this.tasks = tasks;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "startHandoff",
            summary = "Start a handoff",
            description =
                    "The same business key again gives the first handoff back, whatever else the body says, also when"
                            + " requests race.")
    @ApiResponse(responseCode = "201", description = "Started; Location says where it is")
    @ApiResponse(
            responseCode = "200",
            description = "A handoff has this key already: here it is",
            content = @Content(schema = @Schema(implementation = WhereItStands.class)))
    ResponseEntity<WhereItStands> start(
            @Parameter(description = "The business key, where the body has none")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String idempotencyKey,
            @RequestBody StartRequest body,
            HttpServletRequest request) {
        access.toStart();
        var key =
                key(body.businessKey()).or(() -> key(unquoted(idempotencyKey))).orElse("");
        var before = journal.find(key);
        if (before.isPresent()) {
            return answer(HttpStatus.OK, before.get(), request);
        }
        var model = body.model(models);
        var asked = body.hasAnswers() ? models.asked(model) : Set.<String>of();
        var start = body.toStart(model, key, contracts.catalog(), asked);
        try {
            handoffs.start(start);
            return answer(HttpStatus.CREATED, journal.find(key).orElseThrow(), request);
        } catch (DuplicateStart | ConcurrencyFailureException race) {
            return answer(HttpStatus.OK, journal.find(key).orElseThrow(() -> race), request);
        } catch (Refusal refusal) {
            throw PackageDocuments.inBody(refusal, start.packages().keySet());
        }
    }

    private static Optional<String> key(@Nullable String text) {
        return Optional.ofNullable(text).filter(key -> !key.isBlank());
    }

    /** The header's standard writes the key in quotes, most callers do not. */
    private static @Nullable String unquoted(@Nullable String header) {
        return header != null && header.matches("\".*\"") ? header.substring(1, header.length() - 1) : header;
    }

    private ResponseEntity<WhereItStands> answer(HttpStatus status, Handoff handoff, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .location(URI.create(request.getContextPath() + Links.handoff(handoff.id())))
                .body(details.of(handoff));
    }

    @GetMapping
    @Operation(
            operationId = "listHandoffs",
            summary = "Find handoffs",
            description = "Partners find those that concern them, everyone else all.")
    Paged<HandoffSummary> find(
            @Parameter(
                            description = "As GET /api/handoffs/{id} names it; hyphens count as spaces",
                            example = "in-review")
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            @Parameter(description = "A key of GET /api/models") @RequestParam(required = false) @Nullable String model,
            @Parameter(description = "Part of the campaign's name, upper or lower case")
                    @RequestParam(required = false)
                    @Nullable
                    String campaign,
            @Parameter(description = "User id of who started it or is in its team")
                    @RequestParam(required = false)
                    @Nullable
                    String person,
            @Parameter(description = "true: still running, false: over") @RequestParam(required = false) @Nullable
                    Boolean open,
            @Parameter(
                            description = "Something happened to it at this moment or later (UTC)",
                            example = "2027-11-30T08:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    Instant updatedSince,
            @Parameter(description = "User id of who holds one of its open tasks")
                    @RequestParam(required = false)
                    @Nullable
                    String holder,
            @Parameter(description = "User id of who answers for it as a whole")
                    @RequestParam(required = false)
                    @Nullable
                    String accountable,
            @Parameter(description = "Which contract a single transfer fulfils: a key of GET /api/contracts")
                    @RequestParam(required = false)
                    @Nullable
                    String contract,
            @Parameter(description = "true: an open task is past its due date, false: none is")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean overdue,
            @Parameter(description = "Counted from 0") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int size,
            @Parameter(
                            description =
                                    "startedAt, statusSince, launchDate or campaign; with - in front the other way round")
                    @RequestParam(defaultValue = "-startedAt")
                    String sort) {
        var suspended = suspensions.all();
        var filter = new Filter(
                key(status).map(Status::of).orElse(null),
                key(model).map(models::known).orElse(null),
                key(campaign).orElse(null),
                key(person).orElse(null),
                open,
                updatedSince,
                key(accountable).orElse(null),
                key(contract).map(this::knownContract).orElse(null),
                among(key(holder), overdue),
                Boolean.FALSE.equals(overdue) ? tasks.handoffsOverdueAt(clock.instant()) : Set.of(),
                access.reach().orElse(null),
                suspended);
        var found = journal.find(filter, page, size, Sort.of(sort));
        var verdicts = details.verdicts(found.items().stream().map(Handoff::id).toList());
        return new Paged<>(
                found.items().stream()
                        .map(handoff -> HandoffSummary.of(
                                handoff,
                                handoff.open() && suspended.contains(handoff.id()),
                                verdicts.get(handoff.id())))
                        .toList(),
                page,
                size,
                found.total());
    }

    private String knownContract(String contract) {
        try {
            return contracts.catalog().contract(contract).key();
        } catch (UnknownContract unknown) {
            throw Refused.field("contract", String.valueOf(unknown.getMessage()));
        }
    }

    /** The ids that are left by what only the engine knows; null where nobody asked. */
    private @Nullable Set<String> among(Optional<String> holder, @Nullable Boolean overdue) {
        var held = holder.map(tasks::handoffsHeldBy);
        if (!Boolean.TRUE.equals(overdue)) {
            return held.orElse(null);
        }
        var late = new HashSet<>(tasks.handoffsOverdueAt(clock.instant()));
        held.ifPresent(late::retainAll);
        return late;
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getHandoff",
            summary = "Where a handoff stands",
            description = "Who holds it, since when, until when, and what is missing.")
    WhereItStands whereItStands(@PathVariable String id) {
        return details.of(access.visible(id));
    }

    @GetMapping("/{id}/journal")
    @Operation(operationId = "getJournal", summary = "Everything that happened to a handoff, oldest first")
    Paged<EventView> journal(
            @PathVariable String id,
            @Parameter(description = "Counted from 0") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "200") int size) {
        var handoff = access.visible(id);
        return Paged.of(journal.events(handoff.id()).stream().map(EventView::of).toList(), page, size);
    }

    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeHandoff",
            summary = "Change what was agreed about a running handoff",
            description =
                    "The variables of its processes, the names of its tasks and who holds them follow at once. For its"
                            + " team, its accountable person, whoever started it, managers and operations.")
    WhereItStands change(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = FactsRequest.class)))
                    @RequestBody
                    ObjectNode body) {
        var fields = body.deepCopy();
        var reason = fields.remove("reason");
        changes.change(access.visible(id), fields, reason == null ? null : reason.asText());
        return details.of(access.visible(id));
    }

    @PostMapping(path = "/{id}/deadlines", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "moveDeadline",
            summary = "Move the deadline of an open task",
            description =
                    "Its timer, its due date and the journal move together. For the accountable person, managers and"
                            + " operations.")
    WhereItStands moveDeadline(@PathVariable String id, @RequestBody DeadlineRequest body) {
        deadlines.move(access.visible(id), body.task(), body.moment(), body.reason());
        return details.of(access.visible(id));
    }

    @PostMapping(path = "/{id}/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "cancelHandoff",
            summary = "Stop a running handoff",
            description =
                    "Its open tasks are gone, its packages and journal stay. For its team, its accountable person,"
                            + " whoever started it, managers and operations.")
    WhereItStands cancel(@PathVariable String id, @RequestBody CancelRequest body) {
        handoffs.stop(access.visible(id), body.why());
        return details.of(access.visible(id));
    }
}
