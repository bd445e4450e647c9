package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTests {

    @ParameterizedTest
    @EnumSource
    void everyRoleIsReadBackFromItsKey(Role role) {
        assertThat(Role.of(role.key())).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({
        "executionOwner, EXECUTION_OWNER",
        "subjectMatterExpert, SUBJECT_MATTER_EXPERT",
        "subject-matter-expert, SUBJECT_MATTER_EXPERT",
        "'strategist ', STRATEGIST"
    })
    void aRoleIsReadWithHyphensOrInCamelCase(String text, Role role) {
        assertThat(Role.of(text)).isEqualTo(role);
    }

    @Test
    void anUnknownRoleIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> Role.of("boss"))
                .isInstanceOf(UnknownRole.class)
                .hasMessageStartingWith("No role is called 'boss'. Use one of: strategist, execution-owner, ")
                .hasMessageEndingWith("operations.");
    }
}
