package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class DeputiesTests {

    private JdbcClient jdbc;
    private Deputies deputies;

    abstract DataSource database();

    @BeforeEach
    void nobodyIsAway() {
        jdbc = JdbcClient.create(database());
        jdbc.sql("delete from baton_deputy").update();
        deputies = new Deputies(jdbc);
    }

    @Test
    void aDeputyActsFromTheFirstToTheLastDayAndTheRecordNamesBoth() {
        deputies.add("maria", "ben", march(2), march(6));

        assertThat(deputies.standIn("maria", march(1))).isEmpty();
        assertThat(deputies.standIn("maria", march(2))).contains(new StandIn("maria", "ben"));
        assertThat(deputies.standIn("maria", march(6))).contains(new StandIn("maria", "ben"));
        assertThat(deputies.standIn("maria", march(7))).isEmpty();
        assertThat(deputies.standInFor("maria", march(7))).isEqualTo("maria");
    }

    @Test
    void aDeputyWhoIsAwayTooPassesOnToTheirOwn() {
        deputies.add("maria", "ben", march(1), march(31));
        deputies.add("ben", "eva", march(10), march(12));

        assertThat(deputies.standInFor("maria", march(9))).isEqualTo("ben");
        assertThat(deputies.standIn("maria", march(10))).contains(new StandIn("maria", "eva"));
    }

    @Test
    void aCircleIsRefusedWithTheDayAndThePeopleInIt() {
        deputies.add("maria", "ben", march(1), march(10));
        deputies.add("ben", "eva", march(5), march(20));

        assertThatThrownBy(() -> deputies.add("eva", "maria", march(8), march(31)))
                .isInstanceOf(InvalidDeputy.class)
                .hasMessage("maria cannot stand in for eva: on 2026-03-08 it would go round in a circle,"
                        + " eva → maria → ben → eva. Choose another deputy or other days.");
        assertThat(deputies.all()).hasSize(2);
    }

    @Test
    void peopleMayStandInForEachOtherOnDifferentDays() {
        deputies.add("maria", "ben", march(1), march(10));
        deputies.add("ben", "eva", march(11), march(20));

        deputies.add("eva", "maria", march(1), march(31));
        deputies.add("ben", "maria", march(21), march(22));

        assertThat(deputies.standInFor("ben", march(15))).isEqualTo("maria");
        assertThat(deputies.standInFor("eva", march(5))).isEqualTo("ben");
    }

    @Test
    void nobodyStandsInForThemselves() {
        assertThatThrownBy(() -> deputies.add("maria", "maria", march(1), march(2)))
                .isInstanceOf(InvalidDeputy.class)
                .hasMessageContaining("their own deputy");
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        assertThatThrownBy(() -> deputies.add("maria", "ben", march(2), march(1)))
                .isInstanceOf(InvalidDeputy.class)
                .hasMessageContaining("2026-03-01 is before the first day 2026-03-02");
        assertThat(deputies.add("maria", "ben", march(2), march(2)).deputy()).isEqualTo("ben");
    }

    @Test
    void aPersonHasOneDeputyAtATime() {
        deputies.add("maria", "ben", march(1), march(10));

        assertThatThrownBy(() -> deputies.add("maria", "eva", march(10), march(12)))
                .isInstanceOf(InvalidDeputy.class)
                .hasMessageContaining("ben stands in for maria from 2026-03-01 to 2026-03-10 already");
        deputies.add("maria", "eva", march(11), march(12));
        assertThat(deputies.standInFor("maria", march(11))).isEqualTo("eva");
    }

    @Test
    void aDeputyTakenAwayActsNoMore() {
        deputies.add("maria", "ben", march(1), march(10));

        assertThat(deputies.remove("maria", march(1))).isTrue();
        assertThat(deputies.remove("maria", march(1))).isFalse();
        assertThat(deputies.standIn("maria", march(5))).isEmpty();
    }

    @Test
    void aCircleThatSlippedInStillEnds() {
        insert("maria", "ben");
        insert("ben", "eva");
        insert("eva", "maria");

        assertThat(deputies.standInFor("maria", march(5))).isEqualTo("eva");
    }

    private void insert(String person, String deputy) {
        jdbc.sql("insert into baton_deputy (person, deputy, from_day, to_day) values (?, ?, ?, ?)")
                .params(person, deputy, march(1), march(31))
                .update();
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
