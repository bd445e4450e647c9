package dev.baton.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.camunda.TransactionRetry;
import dev.baton.journal.Handoff;
import dev.baton.journal.HandoffFacts;
import dev.baton.journal.Journal;
import dev.baton.people.Role;
import dev.baton.process.AsEngine;
import dev.baton.process.Errors;
import dev.baton.process.JournalWriter;
import dev.baton.process.NotAllowed;
import dev.baton.process.NotRunning;
import dev.baton.process.Similarity;
import dev.baton.process.Suspensions;
import dev.baton.process.Variables;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Changes what was agreed about a running handoff: its row, the journal, the variables of every process that works for
 * it, task names, holders and due dates, in one transaction or not at all.
 */
@Service
public class FactChanges {

    private static final String ACCOUNTABLE = "accountable";
    private static final int LONGEST_REASON = 1000;

    /** In the order in which people are told. */
    private static final List<String> CHANGEABLE = List.of(
            Variables.CAMPAIGN,
            Variables.LAUNCH_DATE,
            Variables.NEED_BY,
            ACCOUNTABLE,
            Variables.TEAM,
            Variables.RACI,
            Variables.COMPLEXITY,
            Variables.EXECUTION_PARTY,
            Variables.CAMPAIGN_TYPE);

    private static final Set<String> OF_A_BRANCH = Set.of(Variables.NEED_BY, Variables.TEAM);

    private final Journal journal;
    private final FactRules rules;
    private final Rights rights;
    private final TransactionRetry retry;
    private final AsEngine asEngine;
    private final DerivedVariables variables;
    private final TaskHolders holders;
    private final DueDates dueDates;
    private final StagePlan plan;
    private final JournalWriter writer;
    private final Suspensions suspensions;
    private final Branches branches;

    FactChanges(
            Journal journal,
            FactRules rules,
            Rights rights,
            TransactionRetry retry,
            AsEngine asEngine,
            DerivedVariables variables,
            TaskHolders holders,
            DueDates dueDates,
            StagePlan plan,
            JournalWriter writer,
            Suspensions suspensions,
            Branches branches) {
        this.journal = journal;
        this.rules = rules;
        this.rights = rights;
        this.retry = retry;
        this.asEngine = asEngine;
        this.variables = variables;
        this.holders = holders;
        this.dueDates = dueDates;
        this.plan = plan;
        this.writer = writer;
        this.suspensions = suspensions;
        this.branches = branches;
    }

    /**
     * Changes the named facts; null takes one away that is not needed.
     *
     * @param fields of {@code campaign}, {@code launchDate}, {@code needBy}, {@code accountable}, {@code team} (role to
     *     user id, the others stay), {@code raci}, {@code complexity}, {@code executionParty}, {@code campaignType}
     * @throws NotAllowed when the person may not
     * @throws NotRunning when the handoff is over
     */
    public void change(Handoff handoff, ObjectNode fields, @Nullable String reason) {
        change(handoff, fields, reason, "api");
    }

    public void change(Handoff handoff, ObjectNode fields, @Nullable String reason, String node) {
        rights.toChangeFacts(handoff);
        change(handoff, fields, reason, node, rights.person().id());
    }

    /** The same by somebody whose task asks for it, whoever that is. */
    public void changeOnTask(Handoff handoff, ObjectNode fields, @Nullable String reason, String node) {
        change(handoff, fields, reason, node, null);
    }

    private void change(
            Handoff handoff, ObjectNode fields, @Nullable String reason, String node, @Nullable String person) {
        var why = demandReason(reason);
        demandKnown(fields);
        asEngine.allowed(() -> retry.execute(() -> apply(handoff.id(), fields, why, node, person)));
    }

    private static String demandReason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.of("reason", "Say in one sentence why it changes, in at most 1,000 characters: \"reason\".");
        }
        return reason.strip();
    }

    private static void demandKnown(ObjectNode fields) {
        var errors = new Errors();
        fields.fieldNames().forEachRemaining(name -> {
            if (name.equals(Variables.CONTRACT)) {
                errors.add(
                        name,
                        "Which contract is fulfilled decides from the start who hands what to whom: cancel this handoff"
                                + " and start one with the other contract.");
            } else if (!CHANGEABLE.contains(name)) {
                errors.add(name, unknown(name));
            }
        });
        if (fields.has(ACCOUNTABLE) && fields.has(Variables.RACI)) {
            errors.add(ACCOUNTABLE, "\"raci\" names the accountable person too: leave one of the two out.");
        }
        errors.refuseIfAny();
        if (fields.isEmpty()) {
            throw new Refusal("Say what changes: one of %s.".formatted(String.join(", ", CHANGEABLE)));
        }
    }

    private static String unknown(String name) {
        return CHANGEABLE.stream()
                .filter(known -> Similarity.slips(name.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT)) <= 2)
                .findFirst()
                .map(known -> "There is no fact \"%s\". Did you mean \"%s\"?".formatted(name, known))
                .orElseGet(
                        () -> "There is no fact \"%s\": use one of %s.".formatted(name, String.join(", ", CHANGEABLE)));
    }

    private Handoff apply(String id, ObjectNode fields, String reason, String node, @Nullable String person) {
        var handoff = journal.lock(id).orElseThrow();
        if (!handoff.open()) {
            throw NotRunning.over(handoff, "what was agreed stays as it was");
        }
        suspensions.demandNone(handoff, "what was agreed stays as it was");
        demandOwn(handoff, fields);
        var days = plan.days(Branches.trunk(handoff).orElse(id));
        return store(handoff, changed(handoff.facts(), fields), days, reason, node, person);
    }

    /** A launch that the plan calls too soon is taken on by the accountable person, or by nobody. */
    private static void demandTakenOn(HandoffFacts facts, LocalDate earliest, @Nullable String person) {
        var accountable = facts.accountable();
        if (person != null && !accountable.filter(person::equals).isPresent()) {
            throw Refusal.of(
                    Variables.LAUNCH_DATE,
                    "By the plan everything is done on %s at the earliest: set that day or a later one, or let %s set this one, who answers for it."
                            .formatted(earliest, accountable.orElse("the accountable person")));
        }
    }

    /** Whatever a branch shares with its trunk has its home there. */
    private static void demandOwn(Handoff handoff, ObjectNode fields) {
        Branches.trunk(handoff).ifPresent(trunk -> {
            var errors = new Errors();
            fields.fieldNames().forEachRemaining(name -> {
                if (!OF_A_BRANCH.contains(name)) {
                    errors.add(name, "This handoff is a branch of %s: change \"%s\" there.".formatted(trunk, name));
                }
            });
            errors.refuseIfAny();
        });
    }

    private Handoff store(
            Handoff handoff,
            HandoffFacts after,
            Map<String, LocalDate> days,
            String reason,
            String node,
            @Nullable String person) {
        var id = handoff.id();
        var before = handoff.facts();
        var changes = differences(before, after);
        if (changes.isEmpty()) {
            return handoff;
        }
        journal.change(id, after);
        writer.add(id, node, new FactsChanged(reason, changes));
        variables.change(handoff, before, after);
        holders.follow(id, before, after);
        var tooSoon = plan.follow(journal.find(id).orElseThrow(), node);
        if (!Objects.equals(before.launchDate(), after.launchDate())) {
            tooSoon.ifPresent(earliest -> demandTakenOn(after, earliest, person));
        }
        dueDates.follow(id, before, days);
        branches.of(id).stream()
                .flatMap(branch -> journal.lock(branch).stream())
                .filter(Handoff::open)
                .forEach(branch ->
                        store(branch, branches.follow(branch.facts(), before, after), days, reason, node, person));
        return handoff;
    }

    private HandoffFacts changed(HandoffFacts before, ObjectNode fields) {
        var errors = new Errors();
        var team = team(before, fields, errors);
        var raci = raci(before, fields, errors);
        var after = new HandoffFacts(
                Objects.requireNonNullElse(
                        required(fields, Variables.CAMPAIGN, before.campaign(), rules::campaign, errors), ""),
                required(fields, Variables.COMPLEXITY, before.complexity(), rules::complexity, errors),
                required(fields, Variables.EXECUTION_PARTY, before.executionParty(), rules::executionParty, errors),
                optional(fields, Variables.CAMPAIGN_TYPE, before.campaignType(), rules::campaignType, errors),
                optional(fields, Variables.LAUNCH_DATE, before.launchDate(), rules::launchDate, errors),
                optional(fields, Variables.NEED_BY, before.needBy(), rules::needBy, errors),
                before.contract(),
                team,
                raci,
                before.answers());
        if (fields.has(Variables.NEED_BY) || fields.has(Variables.LAUNCH_DATE)) {
            rules.daysAgree(after.needBy(), after.launchDate(), errors);
        }
        errors.refuseIfAny();
        return after;
    }

    private static <T> @Nullable T optional(
            ObjectNode fields, String name, @Nullable T before, Function<String, T> rule, Errors errors) {
        return fields.path(name).isNull() ? null : required(fields, name, before, rule, errors);
    }

    /** The same value again is no change, also where it would not be accepted any more. */
    private static <T> @Nullable T required(
            ObjectNode fields, String name, @Nullable T before, Function<String, T> rule, Errors errors) {
        if (!fields.has(name) || fields.path(name).asText().equals(Objects.toString(before, null))) {
            return before;
        }
        if (!fields.path(name).isTextual()) {
            errors.add(
                    name,
                    "\"%s\" is a text%s.".formatted(name, fields.path(name).isNull() ? ", and needed" : ""));
            return before;
        }
        return errors.<T>read(name, () -> rule.apply(fields.path(name).asText()));
    }

    private Map<String, String> team(HandoffFacts before, ObjectNode fields, Errors errors) {
        if (!fields.has(Variables.TEAM)) {
            return before.team();
        }
        if (!(fields.get(Variables.TEAM) instanceof ObjectNode sent)) {
            errors.add(Variables.TEAM, "\"team\" is an object: role to user id, null for a role that its group takes.");
            return before.team();
        }
        var named = sent.deepCopy();
        named.properties().removeIf(role -> role.getValue().isNull());
        var changed = errors.read(Variables.TEAM, () -> rules.team(named));
        if (changed == null) {
            return before.team();
        }
        errors.addAll(rules.wrongPeople(changed));
        var team = new LinkedHashMap<>(before.team());
        team.putAll(changed.byKey());
        sent.properties().stream()
                .filter(role -> role.getValue().isNull())
                .forEach(role -> errors.read(
                        Variables.TEAM + "." + role.getKey(),
                        () -> team.remove(Role.of(role.getKey()).key())));
        return team;
    }

    private Map<String, Object> raci(HandoffFacts before, ObjectNode fields, Errors errors) {
        if (!fields.has(ACCOUNTABLE) && !fields.has(Variables.RACI)) {
            return before.raci();
        }
        var sent =
                fields.has(Variables.RACI) ? fields.get(Variables.RACI) : accountable(before, fields.get(ACCOUNTABLE));
        var raci = errors.read(Variables.RACI, () -> rules.raci(sent));
        if (raci == null) {
            return before.raci();
        }
        var wrong = rules.wrongPeople(raci);
        if (fields.has(ACCOUNTABLE)) {
            wrong.stream()
                    .filter(error -> error.field().equals(Variables.RACI + "." + ACCOUNTABLE))
                    .forEach(error -> errors.add(ACCOUNTABLE, error.message()));
        } else {
            errors.addAll(wrong);
        }
        return Json.plain(sent);
    }

    private static JsonNode accountable(HandoffFacts before, JsonNode accountable) {
        var raci = before.raci().isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : Json.MAPPER.<ObjectNode>valueToTree(before.raci());
        return raci.set(ACCOUNTABLE, accountable);
    }

    private static List<FactsChanged.Change> differences(HandoffFacts before, HandoffFacts after) {
        var changes = new ArrayList<FactsChanged.Change>();
        var was = DerivedVariables.plain(before);
        DerivedVariables.plain(after).forEach((field, to) -> {
            var from = was.get(field);
            if (!Objects.equals(from, to)) {
                changes.add(new FactsChanged.Change(field, from, to));
            }
        });
        return changes;
    }
}
