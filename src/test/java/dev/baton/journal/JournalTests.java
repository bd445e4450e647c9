package dev.baton.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.FactsChanged;
import dev.baton.handoff.Started;
import dev.baton.packages.GateJudged;
import dev.baton.retrospective.SealedRatings;
import dev.baton.review.Decided;
import dev.baton.transfer.ClarificationAnswered;
import dev.baton.transfer.ClarificationAsked;
import dev.baton.transfer.QualityReturned;
import dev.baton.transfer.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

abstract class JournalTests {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    static final Started STARTED = new Started("transfer", 1, "tasklist", null);

    private static final EventFeed.Wanted EVERYTHING = new EventFeed.Wanted(null, null, null, null);

    Journal journal;
    EventFeed feed;
    JdbcClient jdbc;
    TransactionTemplate transaction;

    abstract DataSource database();

    @BeforeEach
    void openJournal() {
        DataSource database = database();
        jdbc = JdbcClient.create(database);
        jdbc.sql("delete from baton_journal").update();
        jdbc.sql("delete from baton_handoff").update();
        journal = new Journal(jdbc, List.of(new SealedRatings()));
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        feed = new EventFeed(jdbc, new JdbcTemplate(database), journal, transactions);
    }

    @Test
    void anOpenedHandoffIsFoundAsItWasOpened() {
        Handoff spring = handoff("spring-1", "Spring launch");

        journal.open(spring);

        assertThat(journal.find("spring-1")).contains(spring);
        assertThat(journal.find("autumn-1")).isEmpty();
    }

    @Test
    void aRowThatCannotBeReadBreaksItsOwnViewAndNoList() {
        for (var column : List.of("team", "raci", "answers", "status")) {
            var broken = column + "-1";
            journal.open(handoff(broken, "Broken " + column));
            jdbc.sql("update baton_handoff set " + column + " = 'nonsense' where id = ?")
                    .param(broken)
                    .update();
            assertThatThrownBy(() -> journal.find(broken)).hasMessageContaining("'%s' cannot be read", broken);
        }
        var readable = handoff("spring-1", "Spring launch");
        journal.open(readable);

        assertThat(journal.find(Filter.any(), 0, 50, Sort.LATEST).items()).containsExactly(readable);
        assertThat(journal.all(List.of("team-1", "status-1", "spring-1"))).containsOnlyKeys("spring-1");
    }

    @Test
    void aHandoffNeedsNeitherComplexityNorPartyNorLaunchDate() {
        Handoff bare = Handoff.started(
                "bare-1", "transfer", 1, facts("Bare", null, null, null, Map.of()), MONDAY, "sam", "pi-1");

        journal.open(bare);

        assertThat(journal.find("bare-1")).contains(bare);
    }

    @Test
    void whatWasAgreedIsGivenBackAndChangesTogether() {
        var agreed = new HandoffFacts(
                "Spring launch",
                "high",
                "external",
                "email",
                LocalDate.of(2027, 4, 1),
                LocalDate.of(2027, 3, 1),
                "strategy-to-creative",
                Map.of("creative", "ben"),
                Map.of("accountable", List.of("ruth"), "consulted", List.of("tom")),
                Map.of("shareDone", 80, "legalNeeded", true));
        journal.open(Handoff.started("spring-1", "transfer", 1, agreed, MONDAY, "sam", "pi-1"));
        assertThat(journal.find("spring-1").orElseThrow().facts()).isEqualTo(agreed);

        var changed = new HandoffFacts(
                "Spring fair", null, null, null, null, null, null, Map.of(), Map.of("accountable", "tom"), Map.of());
        journal.change("spring-1", changed);

        var now = journal.find("spring-1").orElseThrow().facts();
        assertThat(now.campaign()).isEqualTo("Spring fair");
        assertThat(now.launchDate()).isNull();
        assertThat(now.accountable()).contains("tom");
        assertThat(now.answers()).isEqualTo(agreed.answers());
    }

    @Test
    void theSameBusinessKeyTwiceIsADuplicateAndTheFirstStays() {
        journal.open(handoff("spring-1", "Spring launch"));

        assertThatThrownBy(() -> journal.open(handoff("spring-1", "Another")))
                .isInstanceOf(DuplicateHandoff.class)
                .hasMessageContaining("'spring-1' exists already")
                .hasNoCause();
        assertThat(journal.find("spring-1").orElseThrow().campaign()).isEqualTo("Spring launch");
    }

    @Test
    void whatTheCallerRollsBackDidNotHappen() {
        transaction.executeWithoutResult(tx -> {
            journal.open(handoff("spring-1", "Spring launch"));
            journal.append(event(STARTED));
            tx.setRollbackOnly();
        });

        assertThat(journal.find("spring-1")).isEmpty();
        assertThat(journal.events("spring-1")).isEmpty();
    }

    @Test
    void eventsComeBackInTheOrderTheyWereWrittenWhateverTheClockSaid() {
        journal.open(handoff("spring-1", "Spring launch"));
        Event started = new Event("spring-1", MONDAY.plusSeconds(5), "start_handoff", "sam", STARTED);
        Event judged = new Event("spring-1", MONDAY, "gate_briefComplete", null, judged(80));
        Event changed = event(new FactsChanged("More", List.of(new FactsChanged.Change("campaign", null, "Spring"))));

        journal.append(started);
        journal.append(judged);
        journal.append(changed);

        assertThat(journal.events("spring-1"))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(started, judged, changed);
        assertThat(journal.events("spring-1"))
                .extracting(Event::id)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void anEventOfAHandoffNobodyOpenedIsRefused() {
        assertThatThrownBy(() -> journal.append(event(STARTED)))
                .isInstanceOf(UnknownHandoff.class)
                .hasMessageContaining("'spring-1'");
    }

    @Test
    void theSummaryCountsClarificationsTheirWaitAndWhatWasSentBack() {
        journal.open(handoff("spring-1", "Spring launch"));

        journal.append(event(asked("offer")));
        journal.append(event(answered("offer", 3600L)));
        journal.append(event(asked("audience")));
        journal.append(event(answered("audience", 60L)));
        journal.append(event(returned()));
        journal.append(event(rejected()));
        journal.append(event(decided("changes", true)));
        journal.append(event(decided("approved", false)));

        Handoff summary = journal.find("spring-1").orElseThrow();
        assertThat(summary.clarifications()).isEqualTo(2);
        assertThat(summary.clarificationWaitSeconds()).isEqualTo(3660);
        assertThat(summary.sentBack()).isEqualTo(3);
        assertThat(summary.lastEventAt()).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
    }

    @Test
    void aStatusIsSinceTheMomentItWasFirstEntered() {
        journal.open(handoff("spring-1", "Spring launch"));

        journal.status("spring-1", Status.IN_WORK, MONDAY.plusSeconds(60));
        journal.status("spring-1", Status.IN_WORK, MONDAY.plusSeconds(120));

        Handoff summary = journal.find("spring-1").orElseThrow();
        assertThat(summary.status()).isEqualTo(Status.IN_WORK);
        assertThat(summary.statusSince()).isEqualTo(MONDAY.plusSeconds(60));
    }

    @Test
    void aTransactionWritesItsEventsAndMovesTogetherAndReadsWhatItWrote() {
        journal.open(handoff("autumn-1", "Autumn sale"));
        journal.open(handoff("spring-1", "Spring launch"));
        journal.status("spring-1", Status.IN_REVIEW, MONDAY);

        transaction.executeWithoutResult(tx -> {
            journal.append(event(judged(40)));
            journal.append(new Event("autumn-1", MONDAY, "node", "sam", STARTED));
            assertThat(journal.events("spring-1")).extracting(Event::kind).containsExactly("gate-judged");
            journal.status("spring-1", Status.APPROVED, MONDAY.plusSeconds(1));
            journal.append(event(judged(80)));
            journal.status("spring-1", Status.IN_REVIEW, MONDAY.plusSeconds(2));
            journal.append(event(STARTED));
        });

        assertThat(journal.events("spring-1"))
                .extracting(Event::kind)
                .containsExactly("gate-judged", "gate-judged", "started");
        var spring = journal.find("spring-1").orElseThrow();
        assertThat(spring.completenessPercent()).isEqualTo(80);
        assertThat(spring.status()).isEqualTo(Status.IN_REVIEW);
        assertThat(spring.statusSince()).isEqualTo(MONDAY.plusSeconds(2));
    }

    @Test
    void factsAreReadOnceInATransactionAndAnewOnceTheyChange() {
        journal.open(handoff("spring-1", "Spring launch"));

        transaction.executeWithoutResult(tx -> {
            var facts = journal.facts("spring-1").orElseThrow();
            journal.change("spring-1", facts("Summer launch", null, null, null, Map.of()));
            assertThat(facts.campaign()).isEqualTo("Spring launch");
            assertThat(journal.facts("spring-1").orElseThrow().campaign()).isEqualTo("Summer launch");
        });

        assertThat(journal.facts("spring-1").orElseThrow().campaign()).isEqualTo("Summer launch");
    }

    @Test
    void aClosedHandoffKeepsHowItEnded() {
        journal.open(handoff("spring-1", "Spring launch"));
        Instant end = MONDAY.plus(Duration.ofDays(30));

        journal.close("spring-1", Status.ENDED, "rejected", end);
        journal.status("spring-1", Status.IN_WORK, end.plusSeconds(1));
        journal.close("spring-1", Status.CANCELLED, "cancelled", end.plusSeconds(2));

        Handoff summary = journal.find("spring-1").orElseThrow();
        assertThat(summary.status()).isEqualTo(Status.ENDED);
        assertThat(summary.outcome()).isEqualTo("rejected");
        assertThat(summary.endedAt()).isEqualTo(end);
        assertThat(summary.open()).isFalse();
    }

    @Test
    void theLatestGateSaysHowCompleteTheHandoffIs() {
        journal.open(handoff("spring-1", "Spring launch"));

        journal.append(event(judged(85)));
        journal.append(event(STARTED));

        assertThat(journal.find("spring-1").orElseThrow().completenessPercent()).isEqualTo(85);
    }

    @Test
    void handoffsAreFoundByStatusModelPartOfTheCampaignPersonAndWhetherTheyRun() {
        journal.open(handoff("spring-1", "Spring launch"));
        journal.open(handoff("autumn-1", "Autumn 100% wool_sale"));
        journal.close("autumn-1", Status.CANCELLED, "cancelled", MONDAY);

        assertThat(found(new Filter(Status.CANCELLED, null, null, null, null))).containsExactly("autumn-1");
        assertThat(found(new Filter(null, "sprint-handoff", null, null, null))).isEmpty();
        assertThat(found(new Filter(null, null, "LAUNCH", null, null))).containsExactly("spring-1");
        assertThat(found(new Filter(null, null, "0% wool_s", null, null))).containsExactly("autumn-1");
        assertThat(found(new Filter(null, null, "g%l", null, null))).isEmpty();
        assertThat(found(new Filter(null, null, "l_unch", null, null))).isEmpty();
        journal.open(handoff("doctors-1", "Ärzte ohne Grenzen, groß"));
        for (var written : List.of("Ärzte", "ärzte", "ÄRZTE", "A\u0308rzte", "GROSS")) {
            assertThat(found(new Filter(null, null, written, null, null)))
                    .as(written)
                    .containsExactly("doctors-1");
        }
        jdbc.sql("delete from baton_handoff where id = 'doctors-1'").update();
        assertThat(found(new Filter(null, null, null, null, true))).containsExactly("spring-1");
        assertThat(found(new Filter(null, null, null, null, false))).containsExactly("autumn-1");
        assertThat(found(new Filter(Status.DRAFT, "documentation-first-handoff", "spring", "maria_k", true)))
                .containsExactly("spring-1");
        assertThat(found(Filter.any())).containsExactlyInAnyOrder("spring-1", "autumn-1");
    }

    @Test
    void aPersonFindsWhatTheyStartedAndWhatTheyAreInTheTeamOf() {
        journal.open(handoff("spring-1", "Spring launch"));

        assertThat(found(person("sam"))).containsExactly("spring-1");
        assertThat(found(person("maria_k"))).containsExactly("spring-1");
        assertThat(found(person("maria"))).isEmpty();
        assertThat(found(person("mariaxk"))).isEmpty();
        assertThat(found(person("strategist"))).isEmpty();
    }

    @Test
    void pagesCutTheSortedListAndSayHowManyThereAre() {
        journal.open(handoff("a", "b-campaign", MONDAY, LocalDate.of(2026, 5, 1)));
        journal.open(handoff("b", "A-campaign", MONDAY.plusSeconds(1), null));
        journal.open(handoff("c", "c-campaign", MONDAY.plusSeconds(2), LocalDate.of(2026, 4, 1)));

        Page<Handoff> second = journal.find(Filter.any(), 1, 2, Sort.of("campaign"));

        assertThat(second.items()).extracting(Handoff::id).containsExactly("c");
        assertThat(second.total()).isEqualTo(3);
        assertThat(sorted("campaign")).containsExactly("b", "a", "c");
        assertThat(sorted("-startedAt")).containsExactly("c", "b", "a");
        assertThat(sorted("statusSince")).containsExactly("a", "b", "c");
        assertThat(sorted("launchDate")).containsExactly("c", "a", "b");
        assertThat(sorted("-launchDate")).containsExactly("a", "c", "b");
    }

    @Test
    void anImpossiblePageIsRefused() {
        assertThatThrownBy(() -> journal.find(Filter.any(), -1, 10, Sort.LATEST))
                .isInstanceOf(InvalidSearch.class)
                .extracting("field")
                .isEqualTo("page");
        assertThatThrownBy(() -> journal.find(Filter.any(), 0, 201, Sort.LATEST))
                .hasMessageContaining("1 to 200");
        assertThatThrownBy(() -> journal.find(Filter.any(), 0, 0, Sort.LATEST)).hasMessageContaining("1 to 200");
        assertThat(journal.find(Filter.any(), 0, 200, Sort.LATEST).items()).isEmpty();
        assertThat(journal.find(Filter.any(), 0, 1, Sort.LATEST).size()).isEqualTo(1);
    }

    @Test
    void severalHandoffsAreFoundByTheirIdsAndUnknownIdsAreLeftOut() {
        journal.open(handoff("spring-1", "Spring launch"));
        journal.open(handoff("autumn-1", "Autumn sale"));
        journal.open(handoff("winter-1", "Winter sale"));

        assertThat(journal.all(List.of("spring-1", "winter-1", "nowhere-1")))
                .containsOnlyKeys("spring-1", "winter-1")
                .hasEntrySatisfying(
                        "spring-1", spring -> assertThat(spring.campaign()).isEqualTo("Spring launch"));
        assertThat(journal.all(List.of())).isEmpty();
    }

    @Test
    void theLastEventOfAKindIsFoundPerHandoff() {
        journal.open(handoff("spring-1", "Spring launch"));
        journal.open(handoff("autumn-1", "Autumn sale"));
        journal.append(event(judged(50)));
        journal.append(event(judged(85)));
        journal.append(event(rejected()));

        assertThat(journal.last(GateJudged.class, List.of("spring-1", "autumn-1")))
                .containsOnlyKeys("spring-1")
                .hasEntrySatisfying(
                        "spring-1", event -> assertThat(event.what()).isEqualTo(judged(85)));
        assertThat(journal.last(GateJudged.class, List.of())).isEmpty();
    }

    @Test
    void rowsOfOlderVersionsAreToldInTodaysWords() {
        journal.open(handoff("spring-1", "Spring launch"));
        store("started", "{\"model\": \"transfer\", \"modelVersion\": 2, \"via\": \"ENGINE_REST\"}");
        store("gate-judged", """
                {"contract": "c", "complete": false, "completenessPercent": 80, "rules": "r", "versions": {},
                 "gaps": [{"packageName": "strategyBrief", "field": "offer", "problem": "RULE_NOT_MET"}],
                 "takenOutLater": 1}
                """);

        var read = journal.events("spring-1");

        assertThat(read).extracting(Event::kind).containsExactly("started", "gate-judged");
        assertThat(read.get(0).detail()).containsEntry("via", "engine-rest");
        assertThat(read.get(1).detail())
                .containsEntry(
                        "gaps",
                        List.of(Map.of("packageName", "strategyBrief", "field", "offer", "problem", "rule-not-met")));
    }

    @Test
    void rowsThatNoRecordTakesAreToldAsTheyLie() {
        journal.open(handoff("spring-1", "Spring launch"));
        store("moved-to-mars", "{\"why\": \"It is red\"}");
        store("ended", "{\"somehow\": true}");

        var read = journal.events("spring-1");

        assertThat(read).extracting(Event::kind).containsExactly("moved-to-mars", "ended");
        assertThat(read.get(0).detail()).isEqualTo(Map.of("why", "It is red"));
        assertThat(read.get(1).detail()).isEqualTo(Map.of("somehow", true));
    }

    @Test
    void aRatingThatNoRecordTakesStaysSealed() {
        journal.open(handoff("spring-1", "Spring launch"));
        store("rated", "{\"rater\": \"nobody\", \"value\": 3, \"why\": \"Too red\"}");

        assertThat(journal.events("spring-1").get(0).detail()).isEqualTo(Map.of("sealed", true));
    }

    @Test
    void whoSeesOnlyWhatConcernsThemFindsTheirOwnAndWhatTheyHoldATaskOf() {
        journal.open(handoff("spring-1", "Spring launch"));

        assertThat(found(within("sam"))).containsExactly("spring-1");
        assertThat(found(within("maria_k"))).containsExactly("spring-1");
        assertThat(found(within("pia"))).isEmpty();
        assertThat(found(within("pia", "spring-1"))).containsExactly("spring-1");
        assertThat(found(within("pia", "autumn-1"))).isEmpty();
        assertThat(found(within("sam", "autumn-1"))).containsExactly("spring-1");
    }

    private List<String> found(Filter filter) {
        return journal.find(filter, 0, 50, Sort.LATEST).items().stream()
                .map(Handoff::id)
                .toList();
    }

    private List<String> sorted(String sort) {
        return journal.find(Filter.any(), 0, 50, Sort.of(sort)).items().stream()
                .map(Handoff::id)
                .toList();
    }

    private static Filter person(String person) {
        return new Filter(null, null, null, person, null);
    }

    private static Filter within(String person, String... besides) {
        return new Filter(null, null, null, null, null, new PersonScope(person, Set.of(besides)));
    }

    static Event event(JournalEvent what) {
        return new Event("spring-1", MONDAY.plus(Duration.ofHours(1)), "node", "sam", what);
    }

    private static GateJudged judged(int percent) {
        var gap = new GateJudged.Gap("strategyBrief", "objective", "MISSING");
        return new GateJudged("c", false, percent, "r", Map.of("strategyBrief", 1), List.of(gap));
    }

    private static ClarificationAsked asked(String field) {
        return new ClarificationAsked(null, null, null, field, "What does it mean?", null, null, 60L);
    }

    private static ClarificationAnswered answered(String field, long seconds) {
        return new ClarificationAnswered(null, null, null, field, "This", null, null, seconds);
    }

    private static QualityReturned returned() {
        return new QualityReturned(null, null, null, "too vague", null, null, null, null, null, null, null);
    }

    private static Decided decided(String decision, boolean sentBack) {
        return new Decided("brief", decision, null, null, null, null, null, sentBack, null, null, null);
    }

    private static Rejected rejected() {
        return new Rejected(null, "no budget", null, null, null);
    }

    private void store(String kind, String detail) {
        jdbc.sql("insert into baton_journal (handoff, at, kind, detail) values (?, current_timestamp, ?, ?)")
                .param("spring-1")
                .param(kind)
                .param(detail)
                .update();
    }

    @Test
    void anEventThatCommitsAfterALaterOneWasReadStillComes() throws Exception {
        var slow = opened();
        var fast = opened();
        var from = end();
        var written = new CountDownLatch(1);
        var read = new CountDownLatch(1);
        var pool = Executors.newSingleThreadExecutor();
        try {
            var first = pool.submit(() -> transaction.executeWithoutResult(running -> {
                journal.append(begun(slow));
                journal.flush();
                written.countDown();
                awaited(read);
            }));
            assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
            journal.append(begun(fast));

            var before = feed.after(from, EVERYTHING, 200);
            read.countDown();
            first.get(30, TimeUnit.SECONDS);
            var after = feed.after(before.next(), EVERYTHING, 200);

            assertThat(before.events())
                    .extracting(Event::handoff)
                    .contains(fast)
                    .doesNotContain(slow);
            assertThat(after.events()).extracting(Event::handoff).contains(slow).doesNotContain(fast);
            assertThat(id(after, slow)).as("the one that was opened first").isLessThan(id(before, fast));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void readersWhoComeBackGetEveryEventOnceInPartsOfAnySize() {
        var from = end();
        var handoff = opened();
        for (var number = 0; number < 7; number++) {
            journal.append(begun(handoff));
        }
        var wanted = new EventFeed.Wanted(handoff, null, null, null);

        var ids = new ArrayList<Long>();
        var next = from;
        for (var part = feed.after(next, wanted, 3); !part.events().isEmpty(); part = feed.after(next, wanted, 3)) {
            part.events().forEach(event -> ids.add(event.id()));
            next = part.next();
        }

        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        assertThat(feed.after(next, wanted, 3).next()).isEqualTo(next);
    }

    @Test
    void aFilterThatLetsNothingThroughMovesOnAllTheSame() {
        var from = end();
        journal.append(begun(opened()));

        var part = feed.after(from, new EventFeed.Wanted("nobody", null, null, null), 10);

        assertThat(part.events()).isEmpty();
        assertThat(part.next()).isGreaterThan(from);
    }

    @Test
    void aPlaceBeyondTheEndIsRefused() {
        var beyond = end() + 1000;

        assertThatThrownBy(() -> feed.after(beyond, EVERYTHING, 10))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageContaining("not as far as");
    }

    private long end() {
        var next = 0L;
        for (var part = feed.after(0, EVERYTHING, 10_000);
                part.next() > next;
                part = feed.after(next, EVERYTHING, 10_000)) {
            next = part.next();
        }
        return next;
    }

    private static long id(EventFeed.Part part, String handoff) {
        return part.events().stream()
                .filter(event -> event.handoff().equals(handoff))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String opened() {
        var id = "feed-" + UUID.randomUUID();
        journal.open(handoff(id, "Spring launch"));
        return id;
    }

    private static Event begun(String handoff) {
        return new Event(handoff, MONDAY, "end", null, STARTED);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody read meanwhile.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Handoff handoff(String id, String campaign) {
        return handoff(id, campaign, MONDAY, LocalDate.of(2026, 5, 1));
    }

    private static Handoff handoff(String id, String campaign, Instant startedAt, @Nullable LocalDate launchDate) {
        return Handoff.started(
                id,
                "documentation-first-handoff",
                3,
                facts(campaign, "medium", "internal", launchDate, Map.of("strategist", "maria_k", "creative", "ben")),
                startedAt,
                "sam",
                "pi-" + id);
    }

    private static HandoffFacts facts(
            String campaign,
            @Nullable String complexity,
            @Nullable String party,
            @Nullable LocalDate launchDate,
            Map<String, String> team) {
        return new HandoffFacts(campaign, complexity, party, null, launchDate, null, null, team, Map.of(), Map.of());
    }
}
