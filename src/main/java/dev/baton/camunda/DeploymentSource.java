package dev.baton.camunda;

import java.util.Arrays;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;

/** Where a deployment comes from. */
public enum DeploymentSource {
    /** The files that came with a version of Baton. */
    SHIPPED("Shipped with Baton", "baton-shipped"),
    /** The files in the folder that operations have mounted. */
    FOLDER("Folder of operations", "baton-folder"),
    /** Somebody's, through Modeler, Cockpit or REST. */
    OPERATIONS("Operations", "operations");

    /** How earlier versions of Baton shipped, without a source. */
    private static final String FORMER_NAME = "SpringAutoDeployment";

    private final String deploymentName;
    private final String source;

    DeploymentSource(String deploymentName, String source) {
        this.deploymentName = deploymentName;
        this.source = source;
    }

    public static DeploymentSource of(Deployment deployment) {
        return of(deployment.getName(), deployment.getSource());
    }

    static DeploymentSource of(@Nullable String name, @Nullable String source) {
        if (source == null && FORMER_NAME.equals(name)) {
            return SHIPPED;
        }
        return Arrays.stream(values())
                .filter(each -> each.source.equals(source))
                .findFirst()
                .orElse(OPERATIONS);
    }

    public String deploymentName() {
        return deploymentName;
    }

    public String source() {
        return source;
    }

    /** A folder stands in the place of what was shipped; nothing stands in the place of what operations deployed. */
    public boolean mayReplace(DeploymentSource other) {
        return other == this || (this == FOLDER && other == SHIPPED);
    }
}
