package dev.baton.web;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.contract.Complexity;
import dev.baton.contract.ExecutionParty;
import dev.baton.contract.Situation;
import dev.baton.packages.DeployedContracts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/contracts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handoff map")
class ContractController {

    private final DeployedContracts contracts;
    private final BusinessCalendar calendar;
    private final Clock clock;

    ContractController(DeployedContracts contracts, BusinessCalendar calendar, Clock clock) {
        this.contracts = contracts;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listContracts",
            summary = "The handoff map",
            description = "Every contract with its minimum operating standard: owner, input, output, lead time, risk.")
    Items<ContractSummary> contracts() {
        return new Items<>(contracts.catalog().contracts().stream()
                .map(ContractSummary::of)
                .toList());
    }

    @GetMapping("/{key}")
    @Operation(
            operationId = "getContract",
            summary = "One contract with every field of its packages",
            description =
                    "Per field: when it is required, by which rule, why, what is at risk, who fills it, an example.")
    ContractView contract(@PathVariable String key) {
        var catalog = contracts.catalog();
        return ContractView.of(catalog.contract(key), catalog);
    }

    @PostMapping(path = "/{key}/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "checkPackages",
            summary = "Judge packages as the gate would",
            description = "A dry run: names every gap; nothing is stored, nothing starts.")
    CheckAnswer check(@PathVariable String key, @RequestBody CheckRequest request) {
        var edition = contracts.edition();
        var catalog = edition.catalog();
        catalog.contract(key);
        var situation = new Situation(
                read("complexity", request.complexity(), Complexity::of, Complexity.MEDIUM),
                read("executionParty", request.executionParty(), ExecutionParty::of, ExecutionParty.INTERNAL),
                request.campaignType(),
                calendar.dayOf(clock.instant()),
                launchDate(request.launchDate()));
        var documents = PackageDocuments.read(request.packages(), catalog);
        return CheckAnswer.of(key, catalog.check(key, Map.copyOf(documents), situation), edition.version());
    }

    private static @Nullable LocalDate launchDate(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw Refused.field(
                    "launchDate",
                    "\"%s\" is not a date: write it as year-month-day, such as 2027-03-31.".formatted(text));
        }
    }

    private static <T> T read(String field, @Nullable String text, Function<String, T> reading, T otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException unknown) {
            throw Refused.field(field, String.valueOf(unknown.getMessage()));
        }
    }
}
