package dev.baton.packages;

import static dev.baton.packages.MergeTests.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

abstract class ContextStoreTests {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:05:00.123456789Z");
    static final int LIMIT = 1000;

    JdbcClient jdbc;
    ContextStore store;
    TransactionTemplate transaction;

    abstract DataSource database();

    @BeforeEach
    void openStore() {
        jdbc = JdbcClient.create(database());
        jdbc.sql("delete from baton_context").update();
        store = storeAt(Clock.fixed(MONDAY, ZoneOffset.UTC));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database()));
    }

    @Test
    void everyPutIsTheNextVersionWithAuthorTimeAndWayIn() {
        PackageVersion first = put("{'offer':'10 %'}");
        PackageVersion second = put("{'offer':'20 %'}");

        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
        assertThat(store.latest("spring-1", "strategyBrief")).contains(second);
        assertThat(store.version("spring-1", "strategyBrief", 1)).contains(first);
        assertThat(store.versions("spring-1", "strategyBrief")).containsExactly(first, second);
        assertThat(second.author()).isEqualTo("sam");
        assertThat(second.via()).isEqualTo("api");
        assertThat(second.at()).isEqualTo(Instant.parse("2026-03-02T09:05:00.123456Z"));
    }

    @Test
    void aHandoffBeginsWithTheFirstVersionOfEachOfItsPackages() {
        var begun = store.begin(
                "spring-1",
                Map.of("strategyBrief", json("{'offer':'10 %'}"), "successCriteria", json("{'weeks':3}")),
                "sam",
                "api");

        assertThat(begun).hasSize(2).allMatch(version -> version.version() == 1);
        assertThat(store.latest("spring-1").values()).containsExactlyInAnyOrderElementsOf(begun);
        assertThat(store.begin("autumn-1", Map.of(), "sam", "api")).isEmpty();
    }

    @Test
    void aHandoffBeginsWithoutAnyPackageWhenOneIsTooLarge() {
        var large = json("{'a':'%s'}".formatted("x".repeat(LIMIT)));

        assertThatThrownBy(() -> store.begin(
                        "spring-1", Map.of("strategyBrief", json("{'a':1}"), "successCriteria", large), "sam", "api"))
                .isInstanceOf(DocumentTooLarge.class)
                .hasMessageContaining("successCriteria");
        assertThat(store.latest("spring-1")).isEmpty();
    }

    @Test
    void anEqualDocumentMakesNoVersion() {
        PackageVersion first = put("{'offer':'10 %','weeks':3}");

        assertThat(put("{'weeks':3.0,'offer':'10 %'}")).isEqualTo(first);
        assertThat(store.versions("spring-1", "strategyBrief")).hasSize(1);
    }

    @Test
    void theLatestOfEveryPackageOfAHandoffComesByName() {
        put("{'offer':'10 %'}");
        PackageVersion brief = put("{'offer':'20 %'}");
        PackageVersion criteria = write("spring-1", "successCriteria", json("{'a':1}"), "sam");
        write("autumn-1", "strategyBrief", json("{'a':1}"), "sam");

        assertThat(store.latest("spring-1"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("strategyBrief", brief, "successCriteria", criteria));
        assertThat(store.latest("winter-1")).isEmpty();
    }

    @Test
    void aVersionNeverChangesWhateverIsDoneToTheDocument() {
        ObjectNode document = json("{'offer':{'price':10}}");
        PackageVersion version = write("spring-1", "strategyBrief", document, "sam");

        document.withObject("/offer").put("price", 1);
        version.document().withObject("/offer").put("price", 2);

        assertThat(version.document()).isEqualTo(json("{'offer':{'price':10}}"));
    }

    @Test
    void numbersKeepEveryDigitAndTextEveryCharacter() {
        put("{'budget':12345678901234567.8901,'count':12345678901234567890,'text':'Grüße 🚀\\u0000\\n'}");

        ObjectNode read =
                store.latest("spring-1", "strategyBrief").orElseThrow().document();

        assertThat(read.get("budget").decimalValue()).isEqualByComparingTo("12345678901234567.8901");
        assertThat(read.get("count").bigIntegerValue()).hasToString("12345678901234567890");
        assertThat(read.get("text").textValue()).isEqualTo("Grüße 🚀\u0000\n");
    }

    @Test
    void aFormsAnswerIsMergedIntoWhatOthersWroteMeanwhile() {
        put("{'offer':'10 %','audience':'founders','hidden':'stays'}");
        put("{'offer':'10 %','audience':'all founders','hidden':'stays'}");

        PackageVersion merged = merge(1, "{'offer':'20 %','audience':'founders'}");

        assertThat(merged.version()).isEqualTo(3);
        assertThat(merged.document()).isEqualTo(json("{'offer':'20 %','audience':'all founders','hidden':'stays'}"));
    }

    @Test
    void anUntouchedFormMakesNoVersion() {
        PackageVersion first = put("{'offer':'10 %'}");

        assertThat(merge(1, "{'offer':'10 %','audience':null}")).isEqualTo(first);
    }

    @Test
    void anEmptyFormOfAPackageNobodyWroteLeavesItUnwritten() {
        assertThat(merge(0, "{'offer':'','audience':null}").version()).isZero();
        assertThat(store.latest("spring-1", "strategyBrief")).isEmpty();
    }

    @Test
    void aPackageThatDidNotExistWhenShownIsMergedFieldByFieldToo() {
        put("{'offer':'10 %'}");

        assertThat(merge(0, "{'audience':'founders'}").document())
                .isEqualTo(json("{'offer':'10 %','audience':'founders'}"));
    }

    @Test
    void aFieldBothChangedIsRefusedInOneSentenceForAMarketer() {
        put("{'keyMessage':'old'}");
        write("spring-1", "strategyBrief", json("{'keyMessage':'Ship twice as fast'}"), "maria");
        write("spring-1", "strategyBrief", json("{'keyMessage':'Ship twice as fast','offer':'x'}"), "ben");

        MergeConflict conflict = catchThrowableOfType(
                MergeConflict.class, () -> merge(1, "{'keyMessage':'" + "long ".repeat(30) + "'}"));

        assertThat(conflict)
                .hasMessage(
                        "maria changed \"key message\" on 2 March 2026 at 09:05 UTC to \"Ship twice as fast\" while you"
                                + " changed it to \"" + "long ".repeat(11)
                                + "long…\": copy your text, open the task again to see"
                                + " the latest version, and enter what should hold.");
        assertThat(conflict.packageName()).isEqualTo("strategyBrief");
        assertThat(conflict.conflicts()).singleElement().satisfies(field -> {
            assertThat(field.field()).isEqualTo("keyMessage");
            assertThat(field.changedBy()).isEqualTo("maria");
        });
        assertThat(store.versions("spring-1", "strategyBrief")).hasSize(3);
    }

    @Test
    void aLongAnswerIsCutAfterSixtyCharactersAndNeverThroughOne() {
        var sixty = "x".repeat(60);
        put("{'offer':'old'}");
        put("{'offer':'" + sixty + "'}");

        assertThatThrownBy(() -> merge(1, "{'offer':'" + "y".repeat(59) + "🎉'}"))
                .hasMessageContaining("to \"" + sixty + "\" while")
                .hasMessageContaining("to \"" + "y".repeat(59) + "…\":");
        assertThatThrownBy(() -> merge(1, "{'offer':'" + "y".repeat(58) + "🎉z'}"))
                .hasMessageContaining("to \"" + "y".repeat(58) + "🎉…\":");
    }

    @Test
    void removingWhatSomebodyChangedSaysNothing() {
        put("{'offer':'old'}");
        put("{'offer':'new'}");

        assertThatThrownBy(() -> merge(1, "{'offer':null}")).hasMessageContaining("while you changed it to nothing");
    }

    @Test
    void aVersionThatDoesNotExistIsNamed() {
        put("{'offer':'10 %'}");

        assertThatThrownBy(() -> merge(7, "{}"))
                .isInstanceOf(UnknownVersion.class)
                .hasMessage("The package 'strategyBrief' has no version 7; its latest is 1.");
        assertThatThrownBy(() -> merge(-1, "{}")).isInstanceOf(UnknownVersion.class);
        assertThatThrownBy(() -> store.diff("spring-1", "trackingPlan", 0, 1))
                .isInstanceOf(UnknownVersion.class)
                .hasMessageContaining("nothing was written yet");
    }

    @Test
    void theDifferenceNamesEachChangedFieldWithBothValues() {
        put("{'offer':'10 %','audience':'founders','weeks':3}");
        put("{'offer':'20 %','audience':null,'weeks':3,'place':{'city':'Berlin'}}");

        assertThat(store.diff("spring-1", "strategyBrief", 1, 2))
                .extracting(FieldChange::field, change -> text(change.before()), change -> text(change.after()))
                .containsExactly(
                        tuple("offer", "\"10 %\"", "\"20 %\""),
                        tuple("audience", "\"founders\"", "-"),
                        tuple("place", "-", "{\"city\":\"Berlin\"}"));
        assertThat(store.diff("spring-1", "strategyBrief", 0, 1)).hasSize(3);
        assertThat(store.diff("spring-1", "strategyBrief", 2, 2)).isEmpty();
    }

    @Test
    void aDocumentOverTheLimitIsRefusedAndTheLimitItselfIsNot() {
        int rest = LIMIT - "{\"a\":\"\"}".length();

        assertThat(put("{'a':'" + "x".repeat(rest) + "'}").version()).isEqualTo(1);
        assertThatThrownBy(() -> put("{'a':'" + "x".repeat(rest - 1) + "ü'}"))
                .isInstanceOf(DocumentTooLarge.class)
                .hasMessageContaining("1001 bytes, more than the 1000 bytes that fit");
        assertThat(store.versions("spring-1", "strategyBrief")).hasSize(1);
    }

    @Test
    void whatTheCallerRollsBackWasNotWritten() {
        transaction.executeWithoutResult(tx -> {
            put("{'offer':'10 %'}");
            tx.setRollbackOnly();
        });

        assertThat(store.latest("spring-1", "strategyBrief")).isEmpty();
    }

    ContextStore storeAt(Clock clock) {
        return new ContextStore(jdbc, clock, LIMIT);
    }

    PackageVersion put(String document) {
        return write("spring-1", "strategyBrief", json(document), "sam");
    }

    /** What somebody writes who has the latest version before them. */
    PackageVersion write(String handoff, String name, ObjectNode fields, String author) {
        int latest = store.latest(handoff, name).map(PackageVersion::version).orElse(0);
        return store.merge(handoff, name, latest, fields, author, "api");
    }

    PackageVersion merge(int shownVersion, String fields) {
        return store.merge("spring-1", "strategyBrief", shownVersion, json(fields), "eva", "task:write_documents");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
