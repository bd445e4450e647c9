package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.h2.jdbcx.JdbcConnectionPool;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.datasource.IsolationLevelDataSourceAdapter;

class SettingsTests {

    private final SmallEngine small = SmallEngine.shared();

    @AfterEach
    void signOut() {
        small.engine.getIdentityService().clearAuthentication();
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maria", "final-approver", "maria.k@example.com", "ben_2"})
    void anIdMayLookLikeAnAddress(String id) {
        var people = small.engine.getIdentityService();
        var person = people.newUser(id);
        person.setPassword("secret");

        assertThatCode(() -> people.saveUser(person)).doesNotThrowAnyException();
        people.deleteUser(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a b", "a/b", "<x>", "a%"})
    void anIdMayNotBreakAPathOrMeanEverybody(String id) {
        var people = small.engine.getIdentityService();
        var person = people.newUser(id);

        assertThatThrownBy(() -> people.saveUser(person)).hasMessageContaining("not a valid resource identifier");
    }

    @Test
    void wrongPasswordsNeverLockAPersonOut() {
        var people = small.engine.getIdentityService();
        var person = people.newUser("clumsy");
        person.setPassword("right");
        people.saveUser(person);

        for (var miss = 0; miss < 25; miss++) {
            assertThat(people.checkPassword("clumsy", "wrong")).isFalse();
        }

        assertThat(people.checkPassword("clumsy", "right")).isTrue();
        people.deleteUser("clumsy");
    }

    @Test
    void nobodySignedInListsWithoutEnd() {
        small.engine.getIdentityService().setAuthenticatedUserId("maria");
        var tasks = small.engine.getTaskService().createTaskQuery();

        assertThatThrownBy(tasks::list).hasMessageContaining("unbound");
        assertThatThrownBy(() -> tasks.listPage(0, 2001)).hasMessageContaining("2000");
        assertThatCode(() -> tasks.listPage(0, 2000)).doesNotThrowAnyException();
    }

    @Test
    void aTaskMayBeWorkedOnByItsHolderOnly() {
        var guarded = new SmallEngine(settings -> settings.setAuthorizationEnabled(true));
        guarded.deploy(SmallEngine.process(
                "held", "<bpmn:userTask id=\"middle\" camunda:candidateGroups=\"manager,legal\" />"));
        guarded.engine.getRuntimeService().startProcessInstanceByKey("held");
        var tasks = guarded.engine.getTaskService();
        var task = tasks.createTaskQuery().singleResult().getId();

        tasks.setAssignee(task, "maria");
        assertThat(mayWork(guarded, "maria", task)).isTrue();
        assertThat(mayUpdate(guarded, "maria", task)).isFalse();

        tasks.setAssignee(task, "ben");
        assertThat(mayWork(guarded, "ben", task)).isTrue();
        assertThat(mayRead(guarded, "maria", task)).isFalse();

        tasks.setAssignee(task, null);
        assertThat(mayRead(guarded, "ben", task)).isFalse();

        tasks.deleteCandidateGroup(task, "legal");
        assertThat(groupMayRead(guarded, "legal", task)).isFalse();
        assertThat(groupMayRead(guarded, "manager", task)).isTrue();

        tasks.addCandidateUser(task, "carla");
        tasks.setAssignee(task, "carla");
        tasks.setAssignee(task, "ben");
        assertThat(mayWork(guarded, "carla", task)).isTrue();
        tasks.deleteCandidateUser(task, "carla");
        assertThat(mayRead(guarded, "carla", task)).isFalse();
    }

    @Test
    void takingOverNeedsNoRightToTouchGrants() {
        var guarded = new SmallEngine(settings -> settings.setAuthorizationEnabled(true));
        guarded.deploy(SmallEngine.userTask("taken"));
        guarded.engine.getRuntimeService().startProcessInstanceByKey("taken");
        var tasks = guarded.engine.getTaskService();
        var task = tasks.createTaskQuery().singleResult().getId();
        tasks.setAssignee(task, "maria");

        guarded.engine.getIdentityService().setAuthenticatedUserId("maria");
        tasks.claim(task, null);
        guarded.engine.getIdentityService().clearAuthentication();

        assertThat(mayRead(guarded, "maria", task)).isFalse();
    }

    @Test
    void theClockFollowsTheEngine() {
        var clock = small.context.getBean(Clock.class);
        ClockUtil.setCurrentTime(Date.from(Instant.EPOCH));

        assertThat(clock.instant().toEpochMilli()).isZero();

        ClockUtil.reset();
        assertThat(Duration.between(clock.instant(), Clock.systemUTC().instant()))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void thisMachinesZoneBecomesUtcAndItsLanguageEnglish() {
        var before = TimeZone.getDefault();
        var spoken = Locale.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        Locale.setDefault(Locale.GERMANY);
        try {
            new JvmDefaults().postProcessBeanFactory(new DefaultListableBeanFactory());

            assertThat(TimeZone.getDefault().getRawOffset()).isZero();
            assertThat(DateTimeZone.getDefault()).isEqualTo(DateTimeZone.UTC);
            assertThat("%,d".formatted(1000)).isEqualTo("1,000");
        } finally {
            TimeZone.setDefault(before);
            Locale.setDefault(spoken);
        }
    }

    @Test
    void anotherIsolationThanReadCommittedStopsTheStart() {
        var database = new IsolationLevelDataSourceAdapter();
        database.setTargetDataSource(JdbcConnectionPool.create("jdbc:h2:mem:serializable", "sa", ""));
        database.setIsolationLevel(Connection.TRANSACTION_SERIALIZABLE);

        assertThatThrownBy(() -> new SmallEngine(settings -> settings.setDataSource(database)))
                .hasMessageContaining("READ_COMMITTED");
    }

    private static boolean mayWork(SmallEngine small, String person, String task) {
        return small.engine
                .getAuthorizationService()
                .isUserAuthorized(person, null, Permissions.TASK_WORK, Resources.TASK, task);
    }

    private static boolean mayUpdate(SmallEngine small, String person, String task) {
        return small.engine
                .getAuthorizationService()
                .isUserAuthorized(person, null, Permissions.UPDATE, Resources.TASK, task);
    }

    private static boolean mayRead(SmallEngine small, String person, String task) {
        return small.engine
                .getAuthorizationService()
                .isUserAuthorized(person, null, Permissions.READ, Resources.TASK, task);
    }

    private static boolean groupMayRead(SmallEngine small, String group, String task) {
        return small.engine
                .getAuthorizationService()
                .isUserAuthorized("nobody", java.util.List.of(group), Permissions.READ, Resources.TASK, task);
    }
}
