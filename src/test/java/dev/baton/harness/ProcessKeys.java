package dev.baton.harness;

/** The keys of the shipped processes, for tests; Java itself knows none. */
public final class ProcessKeys {

    public static final String DOCUMENTATION_FIRST = "documentation-first-handoff";
    public static final String EMBEDDED_PARTNER = "embedded-partner-handoff";
    public static final String CONTINUOUS_COLLABORATION = "continuous-collaboration-handoff";
    public static final String WEEKLY_SYNC = "weekly-sync";
    public static final String PLAN_CHECK = "plan-check";
    public static final String SPRINT = "sprint-handoff";
    public static final String HYBRID = "hybrid-handoff";
    public static final String PARTNER_WORK = "partner-work";
    public static final String BRIEFING = "briefing";
    public static final String PHASED_WORK = "phased-work";
    public static final String LAUNCH = "launch";
    public static final String TRANSFER = "transfer";
    public static final String APPROVAL = "approval";
    public static final String ESCALATION = "escalation";
    public static final String RETROSPECTIVE = "retrospective";
    public static final String ACTION = "handoff-action";
    public static final String END_NOTICE = "end-notice";
    public static final String ABSENCE = "absence-notice";

    public static final String MODEL_SELECTION = "model-selection";

    private ProcessKeys() {}
}
