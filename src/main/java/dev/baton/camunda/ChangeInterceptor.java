package dev.baton.camunda;

import org.camunda.bpm.engine.impl.cmd.AbstractWritableIdentityServiceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/** Sees each command that deploys something or changes people, outside the command's own transaction. */
final class ChangeInterceptor extends CommandInterceptor {

    private final Deployments deployments;
    private final PeopleChanges people;

    ChangeInterceptor(Deployments deployments, PeopleChanges people) {
        this.deployments = deployments;
        this.people = people;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var changes = changesBy(command);
        if (changes == null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } finally {
            changes.happen();
        }
    }

    private @Nullable Changes changesBy(Command<?> command) {
        if (command instanceof AbstractWritableIdentityServiceCmd) {
            return people;
        }
        return command instanceof DeployCmd || command instanceof DeleteDeploymentCmd ? deployments : null;
    }
}
