package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.people.Deputies;
import dev.baton.web.Integrator.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Deputies over HTTP: who names them for whom, and what is refused with which sentence. */
class DeputiesOfPeopleTests extends ApiTests {

    @Autowired
    private Deputies deputies;

    private String eva = "";
    private String dan = "";

    @BeforeEach
    void hire() {
        eva = newcomer("creative");
        dan = newcomer("creative");
    }

    @AfterEach
    void everybodyIsBack() {
        deputies.all().forEach(deputy -> deputies.remove(deputy.person(), deputy.from()));
    }

    @Test
    void aPersonNamesADeputyReadsAndTakesThemBack() {
        var named = name(eva, eva, dan, 0, 3);

        assertThat(named.status()).as(named.toString()).isEqualTo(201);
        assertThat(named.json().path("deputy").path("deputy").asText()).isEqualTo(dan);
        assertThat(named.json().path("moved")).isEmpty();
        assertThat(as(dan).get(path(eva)).json().path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("lastDay").asText())
                        .isEqualTo(Requests.inDays(3).toString()));

        assertThat(takeBack(eva, eva).status()).isEqualTo(200);
        assertThat(as(eva).get(path(eva)).json().path("items")).isEmpty();
        var again = takeBack(eva, eva);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text("detail")).contains("has no deputy from");
    }

    @Test
    void anOpenTaskIsWithTheDeputyAndTheJournalNamesBoth() {
        people.named("olga", "operations");
        var body = Requests.approval(Requests.newKey());
        body.withObject("/team").put("creative", eva);
        var handoff = started(body);

        var named = name("manager", eva, dan, 0, 0);

        assertThat(named.json().path("moved")).singleElement().satisfies(moved -> {
            assertThat(moved.path("handoff").asText()).isEqualTo(handoff);
            assertThat(moved.path("from").asText()).isEqualTo(eva);
            assertThat(moved.path("to").asText()).isEqualTo(dan);
        });
        assertThat(events("strategist", handoff, "task-moved")).singleElement().satisfies(event -> {
            assertThat(event.path("who").asText()).isEqualTo("manager");
            assertThat(event.path("detail").path("from").asText()).isEqualTo(eva);
            assertThat(event.path("detail").path("to").asText()).isEqualTo(dan);
        });
        assertThat(as(dan).get("/api/tasks").json().path("items")).hasSize(1);
    }

    @Test
    void forOthersManagersAndOperationsDoIt() {
        assertThat(name("manager", eva, dan, 1, 2).status()).isEqualTo(201);
        assertThat(takeBack(people.named("olga", "operations"), eva, 1).status())
                .isEqualTo(200);

        var refused = name(dan, eva, dan, 1, 2);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).contains("for others managers and operations do");
    }

    @Test
    void whoeverComesFromOutsideNamesNobodyAndSeesNobody() {
        var partner = newcomer("partner");
        assertThat(name(partner, partner, dan, 1, 2).status()).isEqualTo(403);
        assertThat(as(partner).get(path(partner)).status()).isEqualTo(200);

        var known = as(partner).get(path(eva));
        var unknown = as(partner).get(path("nobody-here"));
        assertThat(known.status()).isEqualTo(404);
        assertThat(known.text("detail").replace(eva, "?"))
                .isEqualTo(unknown.text("detail").replace("nobody-here", "?"));
        assertThat(name("manager", partner, newcomer("partner"), 1, 2).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"firstDay\": \"T+1\", \"lastDay\": \"T+2\"} | deputy | Say who acts meanwhile",
                "{\"deputy\": \"nobody-here\", \"firstDay\": \"T+1\", \"lastDay\": \"T+2\"} | deputy | name a person"
                        + " with an account",
                "{\"deputy\": \"PARTNER\", \"firstDay\": \"T+1\", \"lastDay\": \"T+2\"} | deputy | no role inside the"
                        + " company",
                "{\"deputy\": \"EVA\", \"firstDay\": \"T+1\", \"lastDay\": \"T+2\"} | deputy | their own deputy",
                "{\"deputy\": \"DAN\", \"firstDay\": \"T+2\", \"lastDay\": \"T+1\"} | lastDay | before the first day",
                "{\"deputy\": \"DAN\", \"firstDay\": \"T-1\", \"lastDay\": \"T+1\"} | firstDay | today",
                "{\"deputy\": \"DAN\", \"firstDay\": \"T+1\", \"lastDay\": \"T+400\"} | lastDay | a year ahead",
                "{\"deputy\": \"DAN\", \"firstDay\": \"tomorrow\", \"lastDay\": \"T+2\"} | firstDay | year-month-day",
                "{\"deputy\": \"DAN\", \"firstDay\": \"T+1\"} | lastDay | missing",
                "{\"deputy\": \"DAN\", \"firstDay\": \"T+1\", \"lastDay\": \"T+2\", \"note\": \"x\"} | note | note",
            })
    void whatCannotBeIsRefusedWithItsFieldAndTheRemedy(String body, String field, String sentence) {
        var filled = body.replace("EVA", eva).replace("DAN", dan).replace("PARTNER", newcomer("partner"));
        for (var days : List.of(-1, 1, 2, 400)) {
            filled = filled.replace("\"T%+d\"".formatted(days), "\"%s\"".formatted(Requests.inDays(days)));
        }

        var answer = as(eva).post(path(eva), filled);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.wrongFields()).containsExactly(field);
        assertThat(answer.text("detail")).contains(sentence);
        assertThat(deputies.all()).isEmpty();
    }

    @Test
    void aCircleIsRefused() {
        name(dan, dan, eva, 1, 3);

        var answer = name(eva, eva, dan, 2, 5);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("round in a circle").contains("Choose another deputy or other days");
    }

    private static String path(String person) {
        return "/api/people/%s/deputies".formatted(person);
    }

    private Answer name(String who, String person, String deputy, int first, int last) {
        return as(who).post(
                        path(person),
                        "{\"deputy\": \"%s\", \"firstDay\": \"%s\", \"lastDay\": \"%s\"}"
                                .formatted(deputy, Requests.inDays(first), Requests.inDays(last)));
    }

    private Answer takeBack(String who, String person) {
        return takeBack(who, person, 0);
    }

    private Answer takeBack(String who, String person, int first) {
        return as(who).send("DELETE", path(person) + "/" + Requests.inDays(first), null);
    }
}
