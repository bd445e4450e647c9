package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.baton.camunda.CurrentPerson;
import dev.baton.camunda.PeopleChanges;
import dev.baton.people.Role;
import dev.baton.process.KnownPeople.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnownPeopleTests {

    private final IdentityService identity = mock(IdentityService.class);
    private final UserQuery query = mock(UserQuery.class);
    private final AsEngine asEngine = new AsEngine(identity, mock(CurrentPerson.class));
    private final KnownPeople people = new KnownPeople(identity, new PeopleChanges(), asEngine);

    @BeforeEach
    void ask() {
        when(identity.createUserQuery()).thenReturn(query);
        when(query.memberOfGroup("legal")).thenReturn(query);
    }

    @Test
    void everybodyStandsByNameWithTheirId() {
        hired(
                user("z1", "ben", "Okafor"),
                user("zoe", null, null),
                user("a7", "Zora", "Álvarez"),
                user("b", "Änne", ""));

        assertThat(people.everybody().orElseThrow())
                .extracting(Named::inWords)
                .containsExactly("Änne (b)", "ben Okafor (z1)", "zoe", "Zora Álvarez (a7)");
    }

    @Test
    void aNameOfAnyLengthStaysALine() {
        hired(user("long", "x".repeat(200), "y"));

        assertThat(people.everybody().orElseThrow().get(0).inWords()).hasSize(80 + " (long)".length());
    }

    @Test
    void oneReadServesAllWhoAskWithinASecond() {
        hired(user("ben", "Ben", "Okafor"));

        people.everybody();
        people.everybody();

        verify(query, times(1)).listPage(anyInt(), anyInt());
    }

    @Test
    void aRoleIsReadApart() {
        hired(user("paul", "Paul", "Weiss"));

        assertThat(people.candidates(Role.LEGAL).orElseThrow())
                .extracting(Named::id)
                .containsExactly("paul");
        people.candidates(Role.LEGAL);
        verify(query, times(1)).listPage(anyInt(), anyInt());
    }

    @Test
    void aThousandAreListedAndOneMoreAreNot() {
        hired(many(KnownPeople.MOST_LISTED));
        assertThat(people.everybody().orElseThrow()).hasSize(1000);

        hired(many(KnownPeople.MOST_LISTED + 1));
        assertThat(new KnownPeople(identity, new PeopleChanges(), asEngine).everybody())
                .isEmpty();
    }

    @Test
    void peopleOutsideAndOnlookersDoNotWorkInside() {
        assertThat(KnownPeople.workInside(List.of("partner", "stakeholder", "golfers")))
                .isFalse();
        assertThat(KnownPeople.workInside(List.of())).isFalse();
        assertThat(KnownPeople.workInside(List.of("partner", "legal"))).isTrue();
        assertThat(KnownPeople.workInside(List.of("operations"))).isTrue();
        assertThat(KnownPeople.workInside(List.of("camunda-admin"))).isTrue();
    }

    private void hired(User... users) {
        when(query.listPage(0, KnownPeople.MOST_LISTED + 1)).thenReturn(List.of(users));
    }

    private static User[] many(int number) {
        return IntStream.range(0, number)
                .mapToObj(id -> user("p" + id, "P", String.valueOf(id)))
                .toArray(User[]::new);
    }

    private static User user(String id, @Nullable String first, @Nullable String last) {
        var user = mock(User.class);
        when(user.getId()).thenReturn(id);
        when(user.getFirstName()).thenReturn(first);
        when(user.getLastName()).thenReturn(last);
        return user;
    }
}
