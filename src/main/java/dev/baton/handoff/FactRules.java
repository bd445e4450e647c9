package dev.baton.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.contract.Complexity;
import dev.baton.contract.ExecutionParty;
import dev.baton.packages.DeployedContracts;
import dev.baton.people.Raci;
import dev.baton.people.Team;
import dev.baton.process.Errors;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.KnownPeople;
import dev.baton.process.Variables;
import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is accepted as a fact of a handoff, when it starts and when it changes; a refusal names the field. */
@Component
class FactRules {

    private static final int LONGEST_CAMPAIGN = 200;
    private static final int LONGEST_TYPE = 200;
    private static final int MOST_YEARS_AHEAD = 10;

    private final DeployedContracts contracts;
    private final KnownPeople people;
    private final JournalWriter journal;

    FactRules(DeployedContracts contracts, KnownPeople people, JournalWriter journal) {
        this.contracts = contracts;
        this.people = people;
        this.journal = journal;
    }

    String campaign(String text) {
        if (text.codePoints().noneMatch(FactRules::isVisible) || text.length() > LONGEST_CAMPAIGN) {
            throw Refusal.of(Variables.CAMPAIGN, "Name the campaign, in at most 200 characters.");
        }
        return text;
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT;
    }

    String complexity(String text) {
        return Complexity.of(text).name().toLowerCase(Locale.ROOT);
    }

    String executionParty(String text) {
        return ExecutionParty.of(text).name().toLowerCase(Locale.ROOT);
    }

    String campaignType(String text) {
        if (text.length() > LONGEST_TYPE) {
            throw Refusal.of(Variables.CAMPAIGN_TYPE, "\"campaignType\" is one word, such as email or paid.");
        }
        return text;
    }

    String contract(String text) {
        return contracts.contract(text).key();
    }

    LocalDate launchDate(String text) {
        return toCome(Variables.LAUNCH_DATE, text, "launch date");
    }

    LocalDate needBy(String text) {
        return toCome(Variables.NEED_BY, text, "needed-by date");
    }

    /** What is needed by a day is needed before the launch. */
    void daysAgree(@Nullable LocalDate needBy, @Nullable LocalDate launch, Errors errors) {
        if (needBy != null && launch != null && needBy.isAfter(launch)) {
            errors.add(
                    Variables.NEED_BY,
                    "It is needed by %s, but the launch is on %s: give an earlier day, or move the launch first."
                            .formatted(needBy, launch));
        }
    }

    private LocalDate toCome(String name, String text, String inWords) {
        var day = Facts.day(name, text);
        if (day.isBefore(journal.today())) {
            throw Refusal.of(name, "The %s %s is in the past: give today or a later day.".formatted(inWords, day));
        }
        if (day.isAfter(journal.today().plusYears(MOST_YEARS_AHEAD))) {
            throw Refusal.of(
                    name,
                    "The %s %s is more than %d years ahead: check the year.".formatted(inWords, day, MOST_YEARS_AHEAD));
        }
        return day;
    }

    Team team(JsonNode json) {
        return Team.parse(json);
    }

    Raci raci(JsonNode json) {
        return Raci.parse(json);
    }

    /** The fields that name somebody without an account, or without the role, each with what to do about it. */
    List<FieldError> wrongPeople(Team team) {
        var unknown = people.unknownAmong(team.members().values());
        var wrong = new ArrayList<FieldError>();
        team.members().forEach((role, person) -> {
            var field = Variables.TEAM + "." + role.key();
            if (unknown.contains(person)) {
                wrong.add(new FieldError(field, KnownPeople.unknown(person)));
            } else if (!people.isCandidate(person, role)) {
                wrong.add(new FieldError(field, KnownPeople.notCandidate(person, role)));
            }
        });
        return wrong;
    }

    /** The fields that name somebody without an account. */
    List<FieldError> wrongPeople(Raci raci) {
        var named = raci.people();
        var unknown = people.unknownAmong(
                named.values().stream().flatMap(List::stream).toList());
        return named.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .filter(unknown::contains)
                        .map(person ->
                                new FieldError(Variables.RACI + "." + field.getKey(), KnownPeople.unknown(person))))
                .toList();
    }
}
