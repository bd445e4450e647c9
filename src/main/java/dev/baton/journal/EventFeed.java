package dev.baton.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The events of all handoffs in one order, for readers that come back for what is new and must miss nothing. Identities are
 * given before a transaction commits, so that a lower one can appear after a higher one was read; positions are given by
 * the reader, to committed events only, by one reader at a time. Writers know nothing of it.
 */
@Component
public class EventFeed {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Journal journal;
    private final TransactionTemplate alone;

    EventFeed(JdbcClient jdbc, JdbcTemplate batches, Journal journal, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.journal = journal;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Some events, and the position to go on from; it moves on also where a filter lets nothing through. */
    public record Part(List<Event> events, long next) {}

    /**
     * Which events to read; what is null does not matter.
     *
     * @param within what the asking person may see at all
     */
    public record Wanted(
            @Nullable String handoff,
            @Nullable Set<String> kinds,
            @Nullable String model,
            @Nullable PersonScope within) {}

    private record Row(long position, Event event) {}

    /** The next events after a position, at most so many, as far as they may be read. */
    public Part after(long position, Wanted wanted, int limit) {
        var last = number();
        if (position > last) {
            throw new InvalidSearch(
                    "after",
                    "The feed is not as far as %d yet: send the next of an answer before.".formatted(position));
        }
        var query = query(position, last, wanted);
        var rows = jdbc.sql(query.sql() + " order by feed_position fetch first :limit rows only")
                .params(query.params())
                .param("limit", limit)
                .query((row, number) -> new Row(row.getLong("feed_position"), Journal.event(row, number)))
                .list();
        var isLast = rows.size() < limit;
        var next = isLast ? last : rows.get(rows.size() - 1).position();
        return new Part(journal.visibleAmong(rows.stream().map(Row::event).toList()), next);
    }

    private static Where query(long position, long last, Wanted wanted) {
        var handoffs = Where.of(new Filter(null, wanted.model(), null, null, null, wanted.within()));
        var params = new HashMap<String, Object>(handoffs.params());
        var sql = new StringBuilder(
                "select * from baton_journal where feed_position > :after and feed_position <= :last");
        params.put("after", position);
        params.put("last", last);
        if (wanted.handoff() != null) {
            sql.append(" and handoff = :handoff");
            params.put("handoff", wanted.handoff());
        }
        if (wanted.kinds() != null) {
            sql.append(" and kind in (:kinds)");
            params.put("kinds", wanted.kinds());
        }
        if (!handoffs.sql().isEmpty()) {
            sql.append(" and handoff in (select id from baton_handoff")
                    .append(handoffs.sql())
                    .append(")");
        }
        return new Where(sql.toString(), params);
    }

    /** Gives every committed event its position, and says which the last one is. */
    private long number() {
        while (hasUnnumbered() && numberSome()) {
            // until nothing is left
        }
        return jdbc.sql("select last_position from baton_feed")
                .query(Long.class)
                .single();
    }

    private boolean hasUnnumbered() {
        return !jdbc.sql("select sequence from baton_journal where feed_position is null fetch first 1 row only")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Whether there may be more. */
    private boolean numberSome() {
        return Boolean.TRUE.equals(alone.execute(transaction -> {
            var last = jdbc.sql("select last_position from baton_feed for update")
                    .query(Long.class)
                    .single();
            var open = jdbc.sql("select sequence from baton_journal where feed_position is null order by sequence"
                            + " fetch first :most rows only")
                    .param("most", BATCH)
                    .query(Long.class)
                    .list();
            var positions = new ArrayList<Object[]>();
            for (var sequence : open) {
                positions.add(new Object[] {last + positions.size() + 1, sequence});
            }
            batches.batchUpdate("update baton_journal set feed_position = ? where sequence = ?", positions);
            jdbc.sql("update baton_feed set last_position = ?")
                    .param(last + open.size())
                    .update();
            return open.size() == BATCH;
        }));
    }
}
