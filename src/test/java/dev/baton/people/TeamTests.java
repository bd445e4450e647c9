package dev.baton.people;

import static dev.baton.people.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamTests {

    @Test
    void aTeamSaysWhoHoldsWhichRole() {
        Team team = Team.parse(json("{'executionOwner':' maria ','strategist':'sam'}"));

        assertThat(team.person(Role.EXECUTION_OWNER)).contains("maria");
        assertThat(team.person(Role.LEGAL)).isEmpty();
        assertThat(team.byKey()).containsExactly(entry("strategist", "sam"), entry("execution-owner", "maria"));
    }

    @Test
    void aRoleLeftOpenIsItsGroups() {
        assertThat(Team.parse(json("{'creative':null,'legal':'  '}"))).isEqualTo(Team.NOBODY);
        assertThat(Team.parse(null)).isEqualTo(Team.NOBODY);
        assertThat(Team.parse(NullNode.getInstance())).isEqualTo(Team.NOBODY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'creative':7}         | team.creative | must be one person's user id as text, not 7
                    {'creative':['a','b']} | team.creative | not ["a","b"]
                    {'boss':'maria'}       | team.boss     | No role is called 'boss'
                    ['maria']              | team          | must map roles to people
                    {'execution-owner':'a','executionOwner':'b'} | team.executionOwner | both a and b as execution-owner
                    """)
    void aTeamThatCannotBeReadNamesTheField(String team, String field, String sentence) {
        assertThatThrownBy(() -> Team.parse(json(team)))
                .isInstanceOf(InvalidTeam.class)
                .hasMessageContaining(sentence)
                .extracting("field")
                .isEqualTo(field);
    }
}
