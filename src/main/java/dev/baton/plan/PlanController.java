package dev.baton.plan;

import dev.baton.contract.Complexity;
import dev.baton.people.Role;
import dev.baton.people.UnknownRole;
import dev.baton.process.Errors;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/plans", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handoff map")
class PlanController {

    private static final int MOST_ABSENCES = 200;
    private static final int MOST_YEARS_AHEAD = 10;
    private static final int LONGEST_TYPE = 200;

    private final Plans plans;
    private final JournalWriter clock;

    PlanController(Plans plans, JournalWriter clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /** What is to be planned. */
    @Schema(name = "PlanRequest")
    record Asked(
            @Schema(
                    description = "The key of a model that has rows in the table stage-durations",
                    example = "our-campaign-handoff",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String model,

            @Schema(
                    description = "simple, medium (when left out) or high",
                    example = "medium",
                    allowableValues = {"simple", "medium", "high"})
            @Nullable
            String complexity,

            @Schema(description = "email, social, paid, web or event", example = "email") @Nullable
            String campaignType,

            @Schema(
                    description = "The day the audience sees it, in the team's time zone",
                    example = "2027-11-30",
                    format = "date",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String launchDate,

            @Schema(description = "The first day of work; today when left out", example = "2027-10-04", format = "date")
            @Nullable
            String from,

            @Schema(description = "When those who do the stages are away; at most 200") @Nullable
            List<Away> absences) {}

    /** When whoever has a role is away. */
    @Schema(name = "PlanAbsence")
    record Away(
            @Schema(example = "creative", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String role,

            @Schema(
                    description = "The first day",
                    example = "2027-10-11",
                    format = "date",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String from,

            @Schema(
                    description = "The last day",
                    example = "2027-10-15",
                    format = "date",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String to) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "planHandoff",
            summary = "Plan backward from a launch",
            description =
                    "By the table stage-durations and the days on which the team works: when each stage has to begin, to be"
                            + " done, and is needed; and whether the launch is feasible. Nothing is stored, nothing starts.")
    PlanView plan(@RequestBody Asked body) {
        var errors = new Errors();
        var model = text(body.model());
        if (model.isEmpty()) {
            errors.add("model", "Say which model to plan.");
        }
        if (text(body.campaignType()).length() > LONGEST_TYPE) {
            errors.add("campaignType", "\"campaignType\" is one word, such as email or paid.");
        }
        var complexity = errors.read(
                "complexity",
                () -> text(body.complexity()).isEmpty() ? Complexity.MEDIUM : Complexity.of(text(body.complexity())));
        var today = clock.today();
        var launch = errors.read("launchDate", () -> toCome("launchDate", body.launchDate(), today));
        var from = text(body.from()).isEmpty() ? today : errors.read("from", () -> toCome("from", body.from(), today));
        var absences = absences(Objects.requireNonNullElse(body.absences(), List.of()), errors);
        errors.refuseIfAny();
        return PlanView.of(plans.plan(
                model,
                Objects.requireNonNull(complexity),
                body.campaignType(),
                Objects.requireNonNull(from),
                Objects.requireNonNull(launch),
                absences,
                Map.of(),
                Set.of()));
    }

    private static LocalDate toCome(String field, @Nullable String text, LocalDate today) {
        if (text(text).isEmpty()) {
            throw Refusal.of(field, "Say the day, as year-month-day: \"%s\".".formatted(field));
        }
        var day = Facts.day(field, text(text));
        if (day.isBefore(today) || day.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
            throw Refusal.of(
                    field,
                    "%s is not between today and %d years ahead: check the day.".formatted(day, MOST_YEARS_AHEAD));
        }
        return day;
    }

    private static List<Plans.Absence> absences(List<@Nullable Away> given, Errors errors) {
        if (given.size() > MOST_ABSENCES) {
            errors.add("absences", "Give at most %d absences.".formatted(MOST_ABSENCES));
            return List.of();
        }
        var absences = new ArrayList<Plans.Absence>();
        for (var at = 0; at < given.size(); at++) {
            var field = "absences[%d]".formatted(at);
            var away = given.get(at);
            if (away == null) {
                errors.add(field, "An absence is an object with role, from and to.");
                continue;
            }
            var role = errors.read(field + ".role", () -> role(text(away.role())));
            var from = errors.read(field + ".from", () -> Facts.day(field + ".from", text(away.from())));
            var to = errors.read(field + ".to", () -> Facts.day(field + ".to", text(away.to())));
            if (from != null && to != null && to.isBefore(from)) {
                errors.add(field + ".to", "%s is before %s: the last day is not before the first.".formatted(to, from));
            } else if (role != null && from != null && to != null) {
                absences.add(new Plans.Absence(role, from, to));
            }
        }
        return absences;
    }

    private static String role(String key) {
        try {
            return Role.of(key).key();
        } catch (UnknownRole unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    private static String text(@Nullable String text) {
        return Objects.toString(text, "").strip();
    }
}
