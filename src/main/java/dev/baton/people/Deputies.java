package dev.baton.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands in for whom, and when. A person has one deputy at a time; a chain of deputies always ends. */
@Component
public class Deputies {

    private final JdbcClient jdbc;

    public Deputies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Names a deputy from the first to the last day; both count. What cannot be is an {@link InvalidDeputy}. Two who do so
     * at the same moment wait for each other until the transaction around it is over: both would see no circle.
     */
    public Deputy add(String person, String deputy, LocalDate from, LocalDate to) {
        jdbc.sql("update baton_deputy_lock set changes = changes + 1").update();
        var added = new Deputy(person, deputy, from, to);
        refuseOneself(added);
        refuseBackwards(added);
        var sameDays = overlapping(from, to);
        refuseSecond(added, sameDays);
        refuseCircle(added, sameDays);
        try {
            insert(added);
        } catch (DuplicateKeyException e) {
            throw new InvalidDeputy(
                    person + " was given another deputy from " + from + " at the same moment. Look again.");
        }
        return added;
    }

    /** Takes a person's deputy of that first day away; false if there was none. */
    public boolean remove(String person, LocalDate from) {
        return jdbc.sql("delete from baton_deputy where person = ? and from_day = ?")
                        .param(person)
                        .param(from)
                        .update()
                == 1;
    }

    /** Those whose days have come and whose person still has the tasks. */
    public List<Deputy> beginning(LocalDate day) {
        return jdbc.sql("select * from baton_deputy where not begun and from_day <= ? and to_day >= ? order by person,"
                        + " from_day")
                .param(day)
                .param(day)
                .query(Deputies::row)
                .list();
    }

    /** Those whose days are over and who may still have tasks of the person. */
    public List<Deputy> ending(LocalDate day) {
        return jdbc.sql("select * from baton_deputy where not over and to_day < ? order by person, from_day")
                .param(day)
                .query(Deputies::row)
                .list();
    }

    /** Says that the deputy has the tasks now; false where somebody else has said so. */
    public boolean begin(Deputy deputy) {
        return mark("begun", deputy);
    }

    /** Says that the person has the tasks back; false where somebody else has said so. */
    public boolean end(Deputy deputy) {
        return mark("over", deputy);
    }

    private boolean mark(String what, Deputy deputy) {
        return jdbc.sql("update baton_deputy set %s = true where person = ? and from_day = ? and not %s"
                                .formatted(what, what))
                        .param(deputy.person())
                        .param(deputy.from())
                        .update()
                == 1;
    }

    /** A person's deputies of that day and later, by day. */
    public List<Deputy> of(String person, LocalDate day) {
        return jdbc.sql("select * from baton_deputy where person = ? and to_day >= ? order by from_day")
                .param(person)
                .param(day)
                .query(Deputies::row)
                .list();
    }

    /** Those who are away on that day. */
    public List<String> away(LocalDate day) {
        return overlapping(day, day).stream().map(Deputy::person).distinct().toList();
    }

    /** Takes away what names somebody whose account is gone. */
    public void forget(String person) {
        jdbc.sql("delete from baton_deputy where person = ? or deputy = ?")
                .param(person)
                .param(person)
                .update();
    }

    /** Everyone's deputies, past ones too, by person and day. */
    public List<Deputy> all() {
        return jdbc.sql("select * from baton_deputy order by person, from_day")
                .query(Deputies::row)
                .list();
    }

    /** Who acts for the person on that day, a deputy's deputy if need be; nobody when the person is there. */
    public Optional<StandIn> standIn(String person, LocalDate day) {
        var acting = standInFor(person, day);
        return acting.equals(person) ? Optional.empty() : Optional.of(new StandIn(person, acting));
    }

    /**
     * The user id of who acts for the person on that day: the end of the chain, or the person. Should two deputies added
     * at the same moment have closed a circle, the chain ends before it repeats.
     */
    public String standInFor(String person, LocalDate day) {
        var asked = new HashSet<String>(Set.of(person));
        var acting = person;
        var deputy = deputy(acting, day);
        while (deputy.isPresent() && asked.add(deputy.get())) {
            acting = deputy.get();
            deputy = deputy(acting, day);
        }
        return acting;
    }

    /** Those for whom somebody acts on that day. */
    public List<String> absentFor(String deputy, LocalDate day) {
        return overlapping(day, day).stream()
                .map(Deputy::person)
                .filter(person -> standInFor(person, day).equals(deputy))
                .toList();
    }

    private Optional<String> deputy(String person, LocalDate day) {
        return jdbc.sql("""
            select deputy from baton_deputy where person = ? and from_day <= ? and to_day >= ?
            order by from_day desc fetch first 1 row only
            """)
                .param(person)
                .param(day)
                .param(day)
                .query(String.class)
                .optional();
    }

    private List<Deputy> overlapping(LocalDate from, LocalDate to) {
        return jdbc.sql("select * from baton_deputy where from_day <= ? and to_day >= ? order by person, from_day")
                .param(to)
                .param(from)
                .query(Deputies::row)
                .list();
    }

    private void insert(Deputy added) {
        jdbc.sql("insert into baton_deputy (person, deputy, from_day, to_day) values (?, ?, ?, ?)")
                .param(added.person())
                .param(added.deputy())
                .param(added.from())
                .param(added.to())
                .update();
    }

    private static void refuseOneself(Deputy added) {
        if (added.person().equals(added.deputy())) {
            throw new InvalidDeputy(added.person() + " cannot be their own deputy. Name somebody else.");
        }
    }

    private static void refuseBackwards(Deputy added) {
        if (added.to().isBefore(added.from())) {
            throw new InvalidDeputy(
                    "The last day " + added.to() + " is before the first day " + added.from() + ". Swap the two.");
        }
    }

    private static void refuseSecond(Deputy added, List<Deputy> sameDays) {
        sameDays.stream()
                .filter(other -> other.person().equals(added.person()))
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidDeputy(
                            other.deputy() + " stands in for " + other.person() + " from " + other.from() + " to "
                                    + other.to() + " already. Choose other days, or take that deputy away first.");
                });
    }

    private static void refuseCircle(Deputy added, List<Deputy> sameDays) {
        DeputyCycle.closedBy(added, sameDays).ifPresent(circle -> {
            throw new InvalidDeputy(added.deputy() + " cannot stand in for " + added.person() + ": on " + circle.day()
                    + " it would go round in a circle, " + circle.inWords() + ". Choose another deputy or other days.");
        });
    }

    private static Deputy row(ResultSet row, int number) throws SQLException {
        return new Deputy(
                row.getString("person"),
                row.getString("deputy"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }
}
