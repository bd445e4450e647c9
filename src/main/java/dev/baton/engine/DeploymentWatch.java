package dev.baton.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Tells {@link Deployments} of each command that deploys or deletes, outside the command's own transaction. */
final class DeploymentWatch extends CommandInterceptor {

    private static final Set<Class<?>> CHANGES = Set.of(DeployCmd.class, DeleteDeploymentCmd.class);

    private final Deployments deployments;

    DeploymentWatch(Deployments deployments) {
        this.deployments = deployments;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!CHANGES.contains(command.getClass())) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } finally {
            deployments.changed();
        }
    }
}
