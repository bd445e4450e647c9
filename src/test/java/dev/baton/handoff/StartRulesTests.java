package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.ProcessKeys;
import dev.baton.harness.Race;
import dev.baton.harness.Scenario;
import dev.baton.harness.ServiceTest;
import dev.baton.harness.SingleTransfer;
import dev.baton.harness.Story;
import dev.baton.journal.Journal;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.shared.Entrance;
import dev.baton.shared.FieldError;
import dev.baton.shared.Json;
import dev.baton.shared.Refusal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a start must bring: everything wrong is refused with its field and the remedy, and leaves nothing behind. */
@ServiceTest
class StartRulesTests {

    private static final List<String> TABLES = List.of(
            "baton_handoff",
            "baton_journal",
            "baton_context",
            "act_ru_execution",
            "act_ru_variable",
            "act_ru_task",
            "act_hi_procinst");

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private Journal journal;

    @Autowired
    private ContextStore context;

    @Autowired
    private DeployedContracts contracts;

    @Autowired
    private Handoffs handoffs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private SingleTransfer transfer;
    private Map<String, Integer> before = Map.of();

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
        people.named("strategist");
        transfer = new SingleTransfer(handoff, contracts);
        before = rows();
    }

    static Stream<Arguments> badInput() {
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        return Stream.of(
                wrong("complexity", "enormous", "complexity", "simple, medium, high"),
                wrong("executionParty", "robots", "executionParty", "internal, external"),
                wrong("campaignType", "carrier pigeon", "campaignType", "email, social, paid, web, event"),
                wrong("launchDate", yesterday, "launchDate", "give today or a later day"),
                wrong("launchDate", "soon", "launchDate", "write it as year-month-day"),
                wrong("launchDate", "2027-02-30", "launchDate", "write it as year-month-day"),
                wrong("needBy", yesterday, "needBy", "give today or a later day"),
                wrong("needBy", "soon", "needBy", "write it as year-month-day"),
                wrong("team", Map.of("creative", "nobody"), "team.creative", "name a person with an account"),
                wrong("team", Map.of("wizard", "ruth"), "team.wizard", "Use one of: strategist, execution-owner"),
                wrong("team", List.of("ruth"), "team", "must map roles to people"),
                wrong("raci", Map.of("accountable", List.of("ruth", "admin")), "raci.accountable", "keep one"),
                wrong("raci", Map.of("accountable", "nobody"), "raci.accountable", "name a person with an account"),
                wrong("raci", null, "raci.accountable", "needs an answer"),
                wrong("raci", Map.of("accountable", "ruth", "boss", "ruth"), "raci.boss", "Use accountable"),
                wrong("campaign", null, "campaign", "needs an answer"),
                wrong("campaign", " ", "campaign", "needs an answer"),
                wrong("campaign", "x".repeat(101), "campaign", "shorten it"),
                wrong("campaign", "x".repeat(3000), "campaign", "shorten it"),
                wrong("creativeBrief", "We want it bold.", "creativeBrief", "send it as a JSON object"),
                wrong("creativeBrief", List.of("bold"), "creativeBrief", "send it as a JSON object"),
                wrong("creativeBrief", SpinValues.jsonValue("{bad").create(), "creativeBrief", "not valid JSON"),
                wrong("creativeBrief", Map.of("primaryMessage", "x".repeat(262_144)), "creativeBrief", "at most"),
                wrong("contract", "strategy-to-nobody", "contract", "strategy-to-execution"),
                wrong("contract", null, "contract", "needs an answer"),
                wrong("senderRole", "wizard", "senderRole", "Use one of: strategist, execution-owner"),
                wrong("receiverRole", "wizard", "receiverRole", "Use one of: strategist, execution-owner"),
                wrong("decison", "approved", "decison", "leave it out"),
                wrong("campain", "Spring", "campain", "did you mean \"campaign\""),
                wrong("reviewFirstAskedAt", "2020-01-01", "reviewFirstAskedAt", "leave it out"));
    }

    private static Arguments wrong(String variable, @Nullable Object value, String field, String remedy) {
        return Arguments.of(variable, value, field, remedy);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badInput")
    void badInputIsRefusedWithItsFieldAndTheRemedyAtEveryEntrance(
            String variable, @Nullable Object value, String field, String remedy) {
        var facts = SingleTransfer.facts();
        facts.put(SingleTransfer.PACKAGE, Brief.map(transfer.brief()));
        facts.put(variable, value);
        facts.values().removeIf(one -> one == null);

        for (var entrance : List.of(Entrance.ENGINE_REST, Entrance.API, Entrance.TASKLIST)) {
            var refused = refused(() -> entrance.during(() -> transfer.start(facts)));

            assertThat(refused.fields()).extracting(FieldError::field).containsExactly(field);
            assertThat(refused.fields().get(0).message()).contains(remedy);
            assertThat(refused.getMessage()).contains(remedy);
        }
        nothingIsLeft();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var facts = SingleTransfer.facts();
        facts.put("contract", "strategy-to-nobody");
        facts.put("complexity", "enormous");
        facts.put("launchDate", "soon");
        facts.put("team", Map.of("creative", "nobody", "sales", "noone"));

        var refused = refused(() -> transfer.start(facts));

        assertThat(refused.fields())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("contract", "complexity", "launchDate", "team.creative", "team.sales");
        nothingIsLeft();
    }

    @Test
    void todayIsNotTooLateToLaunch() {
        var facts = SingleTransfer.facts();
        facts.put(
                "launchDate",
                LocalDate.ofInstant(Scenario.now(), ZoneOffset.UTC).toString());
        transfer.start(facts);

        assertThat(handoff.tasks()).hasSize(1);
    }

    @Test
    void aPackageAtTheStartMovesIntoTheTable() {
        transfer.toQualityCheck();

        var kept = context.latest(handoff.key(), SingleTransfer.PACKAGE).orElseThrow();
        assertThat(kept.document()).isEqualTo(transfer.brief());
        assertThat(kept.author()).isEqualTo("strategist");
        assertThat(runtime.getVariables(handoff.process(ProcessKeys.TRANSFER).getId()))
                .doesNotContainKey(SingleTransfer.PACKAGE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Entrance.class,
            names = {"ENGINE_REST", "API", "ENGINE"})
    void aStartWithoutBusinessKeyIsRefusedExceptFromTasklist(Entrance entrance) {
        for (var none : new String[] {null, "", " "}) {
            var refused = refused(() -> entrance.during(() -> startAs(none, SingleTransfer.facts())));

            assertThat(refused.fields()).extracting(FieldError::field).containsExactly("businessKey");
            assertThat(refused).hasMessageContaining("Give a business key");
        }
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "-first", "a/b", "ümlaut", "semi;colon", "<b>", "..%2f", "a\nb"})
    void aBusinessKeyThatFitsNoAddressIsRefused(String odd) {
        for (var entrance : List.of(Entrance.ENGINE_REST, Entrance.API, Entrance.TASKLIST)) {
            var refused = refused(() -> entrance.during(() -> startAs(odd, SingleTransfer.facts())));

            assertThat(refused.fields()).extracting(FieldError::field).containsExactly("businessKey");
            assertThat(refused).hasMessageContaining("1 to 120 letters");
        }
        nothingIsLeft();
    }

    @Test
    void aBusinessKeyIsAsLongAs120Characters() {
        var longest = unique() + "x".repeat(120 - unique().length());
        startAs(longest, SingleTransfer.facts());
        assertThat(journal.find(longest)).isPresent();

        assertThat(refused(() -> startAs(longest + "x", SingleTransfer.facts())))
                .hasMessageContaining("1 to 120 letters");
    }

    @Test
    void tasklistMakesAReadableKeyFromTheCampaign() {
        var name = unique();
        var facts = SingleTransfer.facts();
        facts.put("campaign", "  Frühling & " + name + "!  ");

        Entrance.TASKLIST.during(() -> startAs(null, facts));
        Entrance.TASKLIST.during(() -> startAs(null, facts));
        Entrance.TASKLIST.during(() -> startAs("", facts));

        for (var key : List.of("fruhling-" + name, "fruhling-" + name + "-2", "fruhling-" + name + "-3")) {
            assertThat(journal.find(key)).isPresent();
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(key)
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void aKeyThatIsTakenIsRefusedAndTheFirstHandoffStaysAsItIs() {
        transfer.toQualityCheck();
        var first = new Story(journal, handoff.key());
        var summary = first.summary();
        var now = rows();

        var other = SingleTransfer.facts();
        other.put("campaign", "Another menu");
        other.put(SingleTransfer.PACKAGE, Map.of("primaryMessage", "Something else"));
        for (var entrance : List.of(Entrance.ENGINE_REST, Entrance.API, Entrance.TASKLIST)) {
            var refused = refused(() -> entrance.during(() -> transfer.start(other)));

            assertThat(refused).isInstanceOf(DuplicateStart.class).hasMessageContaining(handoff.key());
            assertThat(((DuplicateStart) refused).handoff()).isEqualTo(handoff.key());
        }
        assertThat(first.summary()).isEqualTo(summary);
        assertThat(rows()).isEqualTo(now);
        assertThat(context.versions(handoff.key(), SingleTransfer.PACKAGE)).hasSize(1);
    }

    @Test
    void twoStartsThatRaceWithOneKeyMakeOneHandoff() throws Exception {
        for (int round = 0; round < 5; round++) {
            var key = unique();
            var answers = Race.of(4, () -> {
                startAs(key, SingleTransfer.facts());
                return "started";
            });

            assertThat(answers).filteredOn("started"::equals).hasSize(1);
            assertThat(answers).filteredOn(DuplicateStart.class::isInstance).hasSize(3);
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(key)
                            .count())
                    .isEqualTo(1);
            assertThat(new Story(journal, key).of(Started.class)).hasSize(1);
        }
    }

    @Test
    void twoStartsInTasklistThatRaceWithOneCampaignMakeTwoHandoffs() throws Exception {
        var name = unique();
        var facts = SingleTransfer.facts();
        facts.put("campaign", name);

        var answers = Race.of(3, () -> {
            Entrance.TASKLIST.during(() -> startAs(null, facts));
            return "started";
        });

        assertThat(answers).containsOnly("started");
        assertThat(List.of(name, name + "-2", name + "-3"))
                .allSatisfy(key -> assertThat(journal.find(key)).isPresent());
    }

    @Test
    void anIntegratorHearsAboutAModelOrPackageThatDoesNotExist() {
        assertThat(refused(() -> handoffs.start(new NewHandoff(
                                "telepathy",
                                handoff.key(),
                                "Autumn menu",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Map.of())))
                        .fields())
                .extracting(FieldError::field)
                .containsExactly("model");
        assertThat(refused(() -> handoffs.start(new NewHandoff(
                                ProcessKeys.TRANSFER,
                                handoff.key(),
                                "Autumn menu",
                                null,
                                null,
                                null,
                                null,
                                null,
                                SingleTransfer.CONTRACT,
                                null,
                                null,
                                null,
                                Map.of("moodBoard", transfer.brief()))))
                        .fields())
                .extracting(FieldError::field)
                .containsExactly("packages.moodBoard");
        nothingIsLeft();
    }

    @AfterEach
    void nobodyWaits() {
        handoff.runDueJobs();
    }

    private Refusal refused(Runnable start) {
        var refused = catchThrowableOfType(Refusal.class, start::run);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private Object startAs(@Nullable String key, Map<String, Object> facts) {
        var variables = new HashMap<>(facts);
        variables.replaceAll((name, value) -> value instanceof Map<?, ?> map
                ? SpinValues.jsonValue(Json.MAPPER.valueToTree(map).toString()).create()
                : value);
        return handoff.as("strategist", () -> runtime.startProcessInstanceByKey(ProcessKeys.TRANSFER, key, variables));
    }

    private void nothingIsLeft() {
        assertThat(rows()).isEqualTo(before);
        assertThat(journal.find(handoff.key())).isEmpty();
        assertThat(handoff.tasks()).isEmpty();
    }

    private Map<String, Integer> rows() {
        var rows = new HashMap<String, Integer>();
        TABLES.forEach(table -> rows.put(
                table,
                jdbc.sql("select count(*) from " + table).query(Integer.class).single()));
        return rows;
    }

    private static String unique() {
        return "k" + UUID.randomUUID().toString().substring(0, 8);
    }
}
