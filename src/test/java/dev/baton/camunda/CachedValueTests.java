package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CachedValueTests {

    private final SmallEngine small = SmallEngine.shared();
    private final CachedValue<Long> processes = small.context
            .getBean(Deployments.class)
            .newest(() -> small.engine
                    .getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("newest")
                    .count());
    private final CachedValue<Long> people = small.context
            .getBean(PeopleChanges.class)
            .newest(() -> small.engine.getIdentityService().createUserQuery().count());

    @Test
    void whatIsDeployedOrDeletedHereIsSeenAtOnce() {
        assertThat(processes.get()).isZero();
        var deployment = small.deploy(SmallEngine.userTask("newest"));
        assertThat(processes.get()).isOne();
        small.engine.getRepositoryService().deleteDeployment(deployment.getId());
        assertThat(processes.get()).isZero();
    }

    @Test
    void whatATransactionTakesBackIsNotRemembered() {
        small.transaction.executeWithoutResult(status -> {
            small.deploy(SmallEngine.userTask("newest"));
            assertThat(processes.get()).isOne();
            status.setRollbackOnly();
        });
        assertThat(processes.get()).isZero();
    }

    @Test
    void whoIsHiredOrLeavesIsSeenAtOnce() {
        var before = people.get();
        var identity = small.engine.getIdentityService();
        identity.saveUser(identity.newUser("newest"));
        assertThat(people.get()).isEqualTo(before + 1);
        identity.deleteUser("newest");
        assertThat(people.get()).isEqualTo(before);
    }

    @Test
    void inBetweenNothingIsReadAgain() {
        var reads = new int[1];
        var counted = small.context.getBean(Deployments.class).newest(() -> ++reads[0]);
        var moment = small.context.getBean(Deployments.class).moment();

        counted.get();
        counted.get();

        assertThat(reads[0] == 1 || !moment.holds()).isTrue();
    }
}
