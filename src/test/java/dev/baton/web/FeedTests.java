package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One feed of events over all handoffs. */
class FeedTests extends ApiTests {

    @Autowired
    private TaskService tasks;

    private String from = "";

    @BeforeEach
    void goToTheEnd() {
        from = next("strategist", "0");
    }

    @Test
    void whatHappensToAnyHandoffComesOnceWithItsId() {
        var one = started(Requests.incomplete(Requests.newKey()));
        var other = started(Requests.approval(Requests.newKey()));

        var first = as("sales").get("/api/events?after=" + from).json();
        var nothing = as("sales")
                .get("/api/events?after=" + first.path("next").asText())
                .json();

        assertThat(first.path("items").findValuesAsText("handoff")).contains(one, other);
        assertThat(first.path("items").findValuesAsText("id")).doesNotHaveDuplicates();
        assertThat(nothing.path("items")).isEmpty();
        assertThat(nothing.path("next")).isEqualTo(first.path("next"));
        assertThat(first.path("items").findValuesAsText("id"))
                .containsAll(as("sales")
                        .get("/api/handoffs/%s/journal".formatted(one))
                        .json()
                        .findValuesAsText("id"));
    }

    @Test
    void itIsFilteredByHandoffKindAndModel() {
        var one = started(Requests.incomplete(Requests.newKey()));
        var other = started(Requests.approval(Requests.newKey()));

        assertThat(handoffs("sales", "&handoff=" + one)).contains(one).doesNotContain(other);
        assertThat(handoffs("sales", "&model=approval")).contains(other).doesNotContain(one);
        assertThat(all("sales", "&kind=started,review-asked"))
                .extracting(event -> event.path("kind").asText())
                .contains("started")
                .isSubsetOf("started", "review-asked");
        for (var wrong : new String[] {"kind=startet", "model=nothing", "limit=0", "limit=201", "after=yesterday"}) {
            assertThat(as("sales").get("/api/events?" + wrong).wrongFields()).containsExactly(wrong.split("=", 2)[0]);
        }
        assertThat(as("sales").get("/api/events?kind=startet").text("detail")).contains("\"started\"");
    }

    @Test
    void aPartnerReadsOnlyOfWhatConcernsThem() {
        var partner = newcomer("partner");
        var body = Requests.incomplete(Requests.newKey());
        body.withObject("/team").put("production", partner);
        var theirs = started(body);
        var foreign = started(Requests.incomplete(Requests.newKey()));

        assertThat(handoffs(partner, "")).containsOnly(theirs);
        assertThat(as(partner).get("/api/events?handoff=" + foreign).status()).isEqualTo(404);
    }

    @Test
    void ratingsStaySealedUntilBothSidesHaveRated() {
        people.named("execution-owner");
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("model", "retrospective")
                .put("businessKey", Requests.newKey())
                .put("campaign", "Spring launch");
        body.putObject("answers").put("launchedOn", Requests.inDays(0).toString());
        body.putObject("raci").put("accountable", "ruth");
        var handoff = started(body);
        rate("strategist", handoff, "rate_asSender", 8);
        var sealed = all("sales", "&kind=rated&handoff=" + handoff);
        var afterFirst = next("sales", from);
        rate("execution-owner", handoff, "rate_asReceiver", 5);

        assertThat(sealed).singleElement().satisfies(event -> {
            assertThat(event.path("detail").path("sealed").asBoolean()).isTrue();
            assertThat(event.path("detail").has("value")).isFalse();
        });
        var later = as("sales").get("/api/events?kind=rated&handoff=%s&after=%s".formatted(handoff, afterFirst));
        assertThat(later.json().path("items"))
                .as("opened, also where the other side's rating is in an earlier part")
                .singleElement()
                .satisfies(event ->
                        assertThat(event.path("detail").path("value").asInt()).isEqualTo(5));
    }

    private void rate(String who, String handoff, String node, int value) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(handoff)
                .taskDefinitionKey(node)
                .singleResult();
        var done = as(who).post(
                        "/api/tasks/" + task.getId(),
                        "{\"answers\": {\"rating\": {\"value\": %d, \"why\": \"The tone is ours\"}}}".formatted(value));
        assertThat(done.status()).as(done.toString()).isEqualTo(204);
    }

    private List<String> handoffs(String who, String filter) {
        return all(who, filter).stream()
                .map(event -> event.path("handoff").asText())
                .toList();
    }

    private List<JsonNode> all(String who, String filter) {
        var events = new ArrayList<JsonNode>();
        as(who).get("/api/events?limit=200&after=" + from + filter)
                .json()
                .path("items")
                .forEach(events::add);
        return events;
    }

    private String next(String who, String after) {
        var next = after;
        while (true) {
            var answer = as(who).get("/api/events?limit=200&after=" + next).json();
            next = answer.path("next").asText();
            if (answer.path("items").isEmpty()) {
                return next;
            }
        }
    }
}
