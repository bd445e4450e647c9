package dev.baton.journal;

import static dev.baton.journal.HandoffRow.timestamp;

import dev.baton.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to each handoff, and where it stands. Writes join the caller's transaction, which is the engine's: what
 * the engine rolls back did not happen here either. A handoff that is closed keeps its status; events may still be added.
 */
@Component
public class Journal {

    private static final int MAX_PAGE_SIZE = 200;

    private final JdbcClient jdbc;
    private final List<EventVisibility> visibility;

    public Journal(JdbcClient jdbc, List<EventVisibility> visibility) {
        this.jdbc = jdbc;
        this.visibility = visibility;
    }

    /** Adds the summary row of a new handoff; a business key that is taken is a {@link DuplicateHandoff}. */
    public void open(Handoff handoff) {
        Pending.current().ifPresent(Pending::forgetFacts);
        try {
            insert(handoff);
        } catch (DuplicateKeyException e) {
            throw new DuplicateHandoff(handoff.id());
        }
    }

    private void insert(Handoff handoff) {
        jdbc.sql("""
                        insert into baton_handoff (id, model, model_version, campaign, campaign_searched, complexity, execution_party,
                          campaign_type, launch_date, need_by, contract, accountable, team, raci, answers, status, outcome,
                          completeness_percent, started_at, started_by, status_since, last_event_at, ended_at,
                          process_instance_id, clarifications, clarification_wait_seconds, sent_back)
                        values (:id, :model, :modelVersion, :campaign, :campaignSearched, :complexity, :executionParty,
                          :campaignType, :launchDate, :needBy, :contract, :accountable, :team, :raci, :answers, :status,
                          :outcome, :completeness, :startedAt, :startedBy, :statusSince, :lastEventAt, :endedAt,
                          :instance, :clarifications, :clarificationWait, :sentBack)
                        """)
                .params(facts(handoff.facts()))
                .param("answers", Json.write(handoff.facts().answers()))
                .param("id", handoff.id())
                .param("model", handoff.model())
                .param("modelVersion", handoff.modelVersion())
                .param("status", handoff.status().label())
                .param("outcome", handoff.outcome(), Types.VARCHAR)
                .param("completeness", handoff.completenessPercent())
                .param("startedAt", timestamp(handoff.startedAt()))
                .param("startedBy", handoff.startedBy())
                .param("statusSince", timestamp(handoff.statusSince()))
                .param("lastEventAt", timestamp(handoff.lastEventAt()))
                .param("endedAt", timestampOrNull(handoff.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("instance", handoff.processInstanceId())
                .param("clarifications", handoff.clarifications())
                .param("clarificationWait", handoff.clarificationWaitSeconds())
                .param("sentBack", handoff.sentBack())
                .update();
    }

    /** Replaces what was agreed about a handoff; its answers to the start stay as they were. */
    public void change(String handoff, HandoffFacts facts) {
        Pending.current().ifPresent(Pending::forgetFacts);
        jdbc.sql("""
                        update baton_handoff set campaign = :campaign, campaign_searched = :campaignSearched, complexity = :complexity,
                          execution_party = :executionParty, campaign_type = :campaignType, launch_date = :launchDate,
                          need_by = :needBy, contract = :contract, accountable = :accountable, team = :team, raci = :raci
                        where id = :id
                        """).params(facts(facts)).param("id", handoff).update();
    }

    private static Map<String, Object> facts(HandoffFacts facts) {
        var params = new LinkedHashMap<String, Object>();
        params.put("campaign", facts.campaign());
        params.put("campaignSearched", SearchedCampaign.of(facts.campaign()));
        params.put("complexity", typed(facts.complexity(), Types.VARCHAR));
        params.put("executionParty", typed(facts.executionParty(), Types.VARCHAR));
        params.put("campaignType", typed(facts.campaignType(), Types.VARCHAR));
        params.put("launchDate", typed(facts.launchDate(), Types.DATE));
        params.put("needBy", typed(facts.needBy(), Types.DATE));
        params.put("contract", typed(facts.contract(), Types.VARCHAR));
        params.put("accountable", typed(facts.accountable().orElse(null), Types.VARCHAR));
        params.put("team", Json.write(facts.team()));
        params.put("raci", Json.write(facts.raci()));
        return params;
    }

    private static SqlParameterValue typed(@Nullable Object value, int type) {
        return new SqlParameterValue(type, value);
    }

    /** The handoff of this process instance, where it has one, runs on another version of its model now. */
    public void modelVersionOf(String processInstanceId, int version) {
        jdbc.sql("update baton_handoff set model_version = :version where process_instance_id = :instance")
                .param("version", version)
                .param("instance", processInstanceId)
                .update();
    }

    /** Adds an event and what it means for the summary. */
    public void append(Event event) {
        keep(new Pending.Happened(event));
    }

    /** Moves an open handoff to a status; the status it has already keeps its "since". */
    public void status(String handoff, Status status, Instant since) {
        keep(new Pending.Moved(handoff, status, since));
    }

    private void keep(Pending.Change change) {
        Pending.begin(this::write).ifPresentOrElse(pending -> pending.add(change), () -> write(List.of(change)));
    }

    /** Writes what the transaction that runs has added so far; else that is done before it reads, and when it commits. */
    public void flush() {
        Pending.current().ifPresent(this::write);
    }

    /** A statement that sees what the transaction has added. */
    private JdbcClient.StatementSpec afterFlush(String sql) {
        flush();
        return jdbc.sql(sql);
    }

    private void write(Pending pending) {
        write(pending.take());
    }

    /** The summaries go first: they put a handoff's events in one order. */
    private void write(List<Pending.Change> changes) {
        changes.stream()
                .collect(Collectors.groupingBy(Pending.Change::handoff, TreeMap::new, Collectors.toList()))
                .forEach((handoff, its) -> summarize(handoff, Summary.of(its)));
        var events = changes.stream()
                .filter(Pending.Happened.class::isInstance)
                .map(change -> ((Pending.Happened) change).event())
                .toList();
        if (!events.isEmpty()) {
            insert(events);
        }
    }

    private void summarize(String handoff, Summary summary) {
        var known = jdbc.sql("""
                        update baton_handoff set last_event_at = coalesce(:at, last_event_at),
                          clarifications = clarifications + :clarifications,
                          clarification_wait_seconds = clarification_wait_seconds + :wait, sent_back = sent_back + :sentBack,
                          completeness_percent = coalesce(:completeness, completeness_percent),
                          status_since = case when ended_at is not null
                            or (status = coalesce(:status, status) and not :wasElsewhere) then status_since
                            else :since end,
                          status = case when ended_at is null then coalesce(:status, status) else status end
                        where id = :handoff
                        """)
                .param("at", timestampOrNull(summary.lastEventAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("clarifications", summary.change().clarifications())
                .param("wait", summary.change().clarificationWaitSeconds())
                .param("sentBack", summary.change().sentBack())
                .param("completeness", summary.change().completenessPercent(), Types.INTEGER)
                .param(
                        "status",
                        summary.status() == null ? null : summary.status().label(),
                        Types.VARCHAR)
                .param("wasElsewhere", summary.wasElsewhere())
                .param("since", timestampOrNull(summary.since()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("handoff", handoff)
                .update();
        if (known == 0) {
            throw new UnknownHandoff(handoff);
        }
    }

    private void insert(List<Event> events) {
        var row = "(?, ?, ?, ?, ?, ?)";
        var insert = jdbc.sql("insert into baton_journal (handoff, at, kind, node, who, detail) values "
                + String.join(", ", Collections.nCopies(events.size(), row)));
        for (var event : events) {
            insert = insert.param(event.handoff())
                    .param(timestamp(event.at()))
                    .param(event.kind())
                    .param(event.node())
                    .param(event.who())
                    .param(Json.write(event.what()));
        }
        insert.update();
    }

    /** Ends an open handoff; one that is closed already stays as it was. */
    public void close(String handoff, Status status, String outcome, Instant at) {
        flush();
        jdbc.sql("""
                        update baton_handoff set status = :status, outcome = :outcome, status_since = :at, ended_at = :at
                        where id = :id and ended_at is null
                        """)
                .param("status", status.label())
                .param("outcome", outcome)
                .param("at", timestamp(at))
                .param("id", handoff)
                .update();
    }

    /** What was agreed about a handoff, read once in a transaction. */
    public Optional<HandoffFacts> facts(String id) {
        return Pending.begin(this::write)
                .map(known -> known.facts(id, this::readFacts))
                .orElseGet(() -> readFacts(id));
    }

    private Optional<HandoffFacts> readFacts(String id) {
        return read(id).map(Handoff::facts);
    }

    public Optional<Handoff> find(String id) {
        flush();
        return read(id);
    }

    private Optional<Handoff> read(String id) {
        return jdbc.sql("select * from baton_handoff where id = ?")
                .param(id)
                .query(HandoffRow::read)
                .optional();
    }

    /** The handoff, locked until the transaction ends: nobody else changes it or writes about it meanwhile. */
    public Optional<Handoff> lock(String id) {
        return afterFlush("select * from baton_handoff where id = ? for update")
                .param(id)
                .query(HandoffRow::read)
                .optional();
    }

    /** The handoffs with these ids, by id; ids that nothing has are left out. */
    public Map<String, Handoff> all(Collection<String> ids) {
        var found = new LinkedHashMap<String, Handoff>();
        if (!ids.isEmpty()) {
            afterFlush("select * from baton_handoff where id in (:ids)")
                    .param("ids", ids)
                    .query(HandoffRow::readable)
                    .list()
                    .forEach(row -> row.ifPresent(handoff -> found.put(handoff.id(), handoff)));
        }
        return found;
    }

    /** Finds handoffs page by page; pages count from 0 and hold at most 200. */
    public Page<Handoff> find(Filter filter, int page, int size, Sort sort) {
        if (page < 0) {
            throw new InvalidSearch("page", "Pages count from 0; page " + page + " does not exist.");
        }
        if (size < 1 || size > MAX_PAGE_SIZE) {
            throw new InvalidSearch("size", "A page holds 1 to " + MAX_PAGE_SIZE + " handoffs, not " + size + ".");
        }
        Where where = Where.of(filter);
        long total = afterFlush("select count(*) from baton_handoff" + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
        var items = jdbc
                .sql("select * from baton_handoff" + where.sql() + sort.sql()
                        + " offset :offset rows fetch next :size rows only")
                .params(where.params())
                .param("offset", (long) page * size)
                .param("size", size)
                .query(HandoffRow::readable)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return new Page<>(items, page, size, total);
    }

    /** Everything that happened to a handoff, oldest first, as far as it may be read. */
    public List<Event> events(String handoff) {
        return visible(afterFlush("select * from baton_journal where handoff = ? order by sequence")
                .param(handoff)
                .query(Journal::event)
                .list());
    }

    /** What of these kinds happened to a handoff, oldest first, as far as these alone say that it may be read. */
    public List<Event> events(String handoff, Set<Class<? extends JournalEvent>> kinds) {
        return visible(written(handoff, kinds));
    }

    private List<Event> written(String handoff, Set<Class<? extends JournalEvent>> kinds) {
        return afterFlush("select * from baton_journal where handoff = :handoff and kind in (:kinds) order by sequence")
                .param("handoff", handoff)
                .param("kinds", kinds.stream().map(EventType::name).toList())
                .query(Journal::event)
                .list();
    }

    /** How a handoff ended before its work was done; nothing while it runs, and nothing where the work is done. */
    public Optional<EarlyEnding> earlyEnding(String handoff) {
        return find(handoff).flatMap(this::earlyEnding);
    }

    private Optional<EarlyEnding> earlyEnding(Handoff ended) {
        var outcome = ended.outcome();
        var at = ended.endedAt();
        if (outcome == null || at == null || !EventType.isEarlyEnd(outcome)) {
            return Optional.empty();
        }
        return Optional.of(events(ended.id(), EventType.earlyEnds()).stream()
                .reduce((first, last) -> last)
                .map(event -> new EarlyEnding(
                        outcome,
                        event.who(),
                        event.at(),
                        event.as(EarlyEnd.class).map(EarlyEnd::reason).orElse(null)))
                .orElseGet(() -> new EarlyEnding(outcome, null, at, null)));
    }

    /** The last event of a kind of each of these handoffs, by handoff; those without one are left out. */
    public Map<String, Event> last(Class<? extends JournalEvent> kind, Collection<String> handoffs) {
        var last = new LinkedHashMap<String, Event>();
        if (!handoffs.isEmpty()) {
            afterFlush("""
                            select * from baton_journal where sequence in
                              (select max(sequence) from baton_journal where handoff in (:handoffs) and kind = :kind
                               group by handoff)
                            """)
                    .param("handoffs", handoffs)
                    .param("kind", EventType.name(kind))
                    .query(Journal::event)
                    .list()
                    .forEach(event ->
                            last.put(event.handoff(), visible(List.of(event)).get(0)));
        }
        return last;
    }

    /** These events of some handoffs, as far as they may be read. */
    List<Event> visibleAmong(List<Event> events) {
        var together = visibility.stream()
                .flatMap(part -> part.judgedTogether().stream())
                .collect(Collectors.toSet());
        var judged = new ArrayList<>(events);
        events.stream()
                .filter(event -> together.stream().anyMatch(event::is))
                .map(Event::handoff)
                .distinct()
                .forEach(handoff -> judged.addAll(written(handoff, together)));
        var distinct = judged.stream()
                .collect(Collectors.toMap(Event::id, Function.identity(), (first, again) -> first, LinkedHashMap::new));
        var asked = events.stream().map(Event::id).collect(Collectors.toSet());
        return visible(List.copyOf(distinct.values())).stream()
                .filter(event -> asked.contains(event.id()))
                .toList();
    }

    private List<Event> visible(List<Event> events) {
        var visible = events;
        for (var part : visibility) {
            visible = part.visible(visible);
        }
        return visible;
    }

    static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getLong("sequence"),
                row.getString("handoff"),
                HandoffRow.instant(row, "at"),
                row.getString("node"),
                row.getString("who"),
                EventType.stored(row.getString("kind"), Json.map(row.getString("detail"), Object.class)));
    }

    private static @Nullable Object timestampOrNull(@Nullable Instant at) {
        return at == null ? null : timestamp(at);
    }
}
