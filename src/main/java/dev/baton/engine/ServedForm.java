package dev.baton.engine;

/** How a deployed Camunda Form is shown to people. It runs in the engine's form service and must not call it. */
@FunctionalInterface
public interface ServedForm {

    /** The form to show in the place of the deployed one, as JSON. */
    String of(String form, String processDefinitionId);
}
