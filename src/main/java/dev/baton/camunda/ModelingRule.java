package dev.baton.camunda;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules that a new deployment is held to. Each has an id, and all but those that protect people can be set to warn. */
public enum ModelingRule {
    FILE_KIND(true, "Only `.bpmn`, `.dmn` and `.form` files are deployed."),
    READABLE(true, "A file is UTF-8, with or without a byte order mark, and whole: a diagram, a table or a form."),
    NO_TENANT(true, "A deployment names no tenant: Baton serves one team."),
    NO_FOREIGN_CODE(
            true, "No script, class, connector, or bean that is not meant for diagrams; only FEEL decides in tables."),
    NO_PAGE_FORMS(true, "Tasks and starts ask with Camunda Forms; form keys and generated form fields are not shown."),
    OWN_KEY(
            true,
            "A key belongs to one file: a diagram is named like its process, a table like its decision, a form like its id, "
                    + "and what Baton runs under a key keeps its part in handoffs."),
    GATE_BEFORE_WORK(
            false,
            "No path from a start reaches work of an executing role, or an end that is no refusal, without the passing exit "
                    + "of a context gate, calls and sub-processes included. A process that judges what has passed a gate "
                    + "before says so in the property `withoutGate`, with the reason. What a gate lets pass is not reached around it."),
    REVIEW_DEADLINE(
            false,
            "Every review has one interrupting timer, `${deadline.hours(n)}` with 1 to 48 hours, that leads to the "
                    + "escalation; longer only with the reason in the property `longerBecause`."),
    CONNECTED(false, "Everything in a process is reached from a start, and leads on to an end."),
    GATEWAY_SHAPE(false, "A gateway joins or splits, never both; each exit of a decision has a label."),
    GATEWAY_EXITS(
            false,
            "Every answer finds an exit: conditions cover what a form or a called process can answer, or one exit is the default."),
    CONDITION(
            false,
            "A condition compares variables; it calls no bean, and one that lets work pass is never the default."),
    END_OUTCOME(false, "Every end of a handoff says how it came out, in `outcome` or `event`."),
    CANCELLABLE(false, "What opens a handoff can be cancelled with the message `handoff-cancelled`."),
    START(false, "What opens a handoff asks with a form and says who starts it."),
    PROPERTY(false, "Extension properties, events and statuses are ones that Baton knows."),
    REFERENCE(
            false,
            "Roles, contracts, packages, forms, tables, called processes, delegates, and variables exist and fit their place."),
    LATEST_BINDING(false, "Forms, tables and called processes are bound to their latest version."),
    HISTORY(false, "A process says how long its history is kept."),
    RETRY_CYCLE(false, "A step that runs by itself after a pause says how it is tried again, such as `R3/PT5M`."),
    SPEAKING_ID(false, "The ids of processes, tasks, events and gateways say what they are."),
    DIAGRAM_DATA(false, "Everything in a process has its shape, or its line, in the diagram."),
    FORM_COMPONENT(true, "A form uses only what Tasklist shows and completes."),
    FORM_CHECK(false, "Patterns, conditions, lengths and ranges in a form can be read; ids and keys stand once."),
    FORM_CHOICES(false, "What a field offers is there: contracts, models, roles, people."),
    FORM_REACHABLE(false, "What a gate demands is not hidden at a level that demands it."),
    FORM_KEEPS_REQUIRED(false, "A new version of a form keeps each field that the one before required."),
    TABLE_SHAPE(
            false,
            "The tables that Baton reads keep their decision, their columns and their hit policy; a text in a cell is quoted."),
    TABLE_CONTENT(false, "The tables that Baton reads agree with each other and with what Baton knows.");

    private final boolean always;
    private final String demand;

    ModelingRule(boolean always, String demand) {
        this.always = always;
        this.demand = demand;
    }

    /** The public name, such as "gate-before-work". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it protects people and what runs, and cannot be set to warn. */
    public boolean always() {
        return always;
    }

    /** What it demands, as Markdown. */
    public String demand() {
        return demand;
    }

    static Optional<ModelingRule> find(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }
}
