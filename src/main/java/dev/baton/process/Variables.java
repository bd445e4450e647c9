package dev.baton.process;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The process variables that diagrams, delegates and forms share. */
public final class Variables {

    public static final String CAMPAIGN = "campaign";
    public static final String MODEL = "model";
    public static final String COMPLEXITY = "complexity";
    public static final String EXECUTION_PARTY = "executionParty";
    public static final String CAMPAIGN_TYPE = "campaignType";
    public static final String LAUNCH_DATE = "launchDate";
    public static final String NEED_BY = "needBy";

    /** What whoever launches says about it. */
    public static final String LAUNCH_REPORT = "launchReport";

    /** Whether everything can be done by the launch, and the plan that says so, for whoever decides about it. */
    public static final String LAUNCH_FEASIBLE = "launchFeasible";

    public static final String PLAN_IN_WORDS = "planInWords";

    /** The day a campaign really went live. */
    public static final String LAUNCHED_ON = "launchedOn";

    /** The first day of a sprint, its days, and two of them; the days are set together. */
    public static final String SPRINT_START = "sprintStart";

    public static final String SPRINT_LENGTH = "sprintLength";
    public static final String SPRINT_CHECK_ON = "sprintCheckOn";
    public static final String SPRINT_REVIEW_ON = "sprintReviewOn";

    public static final String TEAM = "team";
    public static final String RACI = "raci";

    public static final String CONTRACT = "contract";
    public static final String CONTEXT_COMPLETE = "contextComplete";

    /** The contract by which a gate judged last. */
    public static final String JUDGED_CONTRACT = "judgedContract";

    /** Only in forms: what the packages of a task still miss. */
    public static final String CONTEXT_GAPS = "contextGaps";

    /** Whether a form need not ask for the launch date: the handoff has one, and its packages say no other. */
    public static final String LAUNCH_DATE_KNOWN = "launchDateKnown";

    /** Only in forms: the hours that the task's own timer leaves. */
    public static final String ANSWER_HOURS = "answerHours";

    /** Only in forms: the same in words, as this installation counts. */
    public static final String ANSWER_TIME = "answerTime";

    /** Only in forms of an escalation: the time in words that the review itself left. */
    public static final String REVIEW_TIME = "reviewTime";

    public static final String SENDER_ROLE = "senderRole";
    public static final String RECEIVER_ROLE = "receiverRole";
    public static final String TRANSFER_PACKAGES = "transferPackages";
    public static final String RECEIVER_SECONDS_USED = "receiverSecondsUsed";

    /** Percent of the work that is done. */
    public static final String SHARE_DONE = "shareDone";

    public static final String DECISION = "decision";
    public static final String REASON = "reason";
    public static final String REVIEW_REASON = "reviewReason";
    public static final String REVIEW = "review";
    public static final String REVIEWER = "reviewer";
    public static final String REVIEW_FORM = "reviewForm";
    public static final String REVIEW_PACKAGES = "reviewPackages";
    public static final String REVIEWED = "reviewed";
    public static final String REVIEW_NODE = "reviewNode";
    public static final String REVIEW_NAME = "reviewName";
    public static final String REVIEW_HOURS = "reviewHours";
    public static final String CLARIFICATION_FIELD = "clarificationField";
    /** Only in forms: the field of the clarification, as people call it. */
    public static final String CLARIFICATION_ABOUT = "clarificationAbout";

    public static final String CLARIFICATION_QUESTION = "clarificationQuestion";
    public static final String CLARIFICATION_ANSWER = "clarificationAnswer";
    public static final String OUTCOME = "outcome";
    public static final String CANCEL_REASON = "cancelReason";

    /** The running handoff that somebody acts on, or looks back on. */
    public static final String HANDOFF = "handoff";

    /** Who reads how a handoff ended. */
    public static final String READER = "reader";

    /** Who is away. */
    public static final String ABSENTEE = "absentee";

    /** The moment at which an absence is over. */
    public static final String BACK_AT = "backAt";

    /** What has gone to a deputy, in words. */
    public static final String MOVED_TASKS = "movedTasks";

    public static final String ACTION = "action";

    /** What an action asks of a handoff, and from whom that is taken. */
    public static final String MESSAGE = "message";

    public static final String FROM = "from";
    public static final String REVIEW_QUESTION = "reviewQuestion";
    public static final String REVIEW_LINK = "reviewLink";
    public static final String REVIEWER_ROLE = "reviewerRole";
    public static final String DECISION_QUESTION = "decisionQuestion";
    public static final String ANSWERER_ROLE = "answererRole";
    public static final String STRATEGY_REASON = "strategyReason";

    /** What was agreed about working together when the handoff was started. */
    public static final String DOCUMENT_LOCATION = "documentLocation";

    public static final String COMMUNICATION_NORMS = "communicationNorms";
    public static final String SHARED_KPIS = "sharedKpis";

    public static final String STOP_REASON = "stopReason";
    public static final String CHANGE_REASON = "changeReason";
    public static final String NEW_CAMPAIGN = "newCampaign";
    public static final String NEW_LAUNCH_DATE = "newLaunchDate";
    /** What a form shows of the handoff besides its packages; of no process, made when the form is read. */
    public static final String OVERVIEW = "handoffOverview";

    public static final String NEW_NEED_BY = "newNeedBy";
    public static final String NEW_ACCOUNTABLE = "newAccountable";
    public static final String TEAM_ROLE = "teamRole";
    public static final String TEAM_MEMBER = "teamMember";
    public static final String DELIVERABLE = "deliverable";
    public static final String DELIVERABLE_ACCOUNTABLE = "deliverableAccountable";
    public static final String DELIVERABLE_RESPONSIBLE = "deliverableResponsible";
    public static final String DELIVERABLE_CONSULTED = "deliverableConsulted";
    public static final String DELIVERABLE_INFORMED = "deliverableInformed";
    public static final String WORDING = "wording";
    public static final String ENTERED_BY = "enteredBy";
    public static final String SPOKEN_WITH = "spokenWith";
    public static final String SPOKEN_ON = "spokenOn";
    public static final String ABOUT = "about";
    public static final String ABOUT_IN_WORDS = "aboutInWords";

    /** What the answers of a team speak for, in sentences. */
    public static final String RECOMMENDATION = "recommendation";

    /** The model that somebody means to start. */
    public static final String CHOSEN_MODEL = "chosenModel";

    /** Task-local and only on its way into the journal: what one side answers without seeing the other's answer. */
    public static final String RATING = "rating";

    public static final String RATED_BY = "ratedBy";

    /** What everybody answered, once both sides have. */
    public static final String RATINGS = "ratings";

    /** Only in forms: which version of each package the task shows. */
    public static final String PACKAGE_VERSIONS = "packageVersions";

    /** Only in answers: which version of each package the submitted form showed. */
    public static final String SHOWN_VERSIONS = "shownVersions";

    private Variables() {}

    /** All of them. */
    public static Set<String> names() {
        return Arrays.stream(Variables.class.getFields()).map(Variables::value).collect(Collectors.toUnmodifiableSet());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException never) {
            throw new IllegalStateException(never);
        }
    }
}
