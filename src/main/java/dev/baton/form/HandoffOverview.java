package dev.baton.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/** What a form shows of the handoff besides its packages. */
public interface HandoffOverview {

    /** A day by which something is agreed to be done; a day that is written in other words has none. */
    record Milestone(String name, String date) {}

    /** What somebody decided, in words, such as "Brief", "asked for changes". */
    record Decision(
            String what,
            String answer,
            String who,
            LocalDate day,
            @Nullable String reason) {}

    /** What was agreed or answered, in the words of who said it, and how it came about. */
    record Note(String how, String words) {}

    /** A field that somebody changed. */
    record Change(String field, String who, LocalDate day) {}

    /** What is asked of somebody, in words; a day is where the team works, and overdue what is past it. */
    record Open(String what, String who, @Nullable LocalDate due, boolean overdue) {}

    /**
     * How it ended before its work was done.
     *
     * @param outcome such as `rejected` or `cancelled`
     * @param who none where it was the engine itself
     */
    record Ending(
            String outcome,
            @Nullable String who,
            LocalDate day,
            @Nullable String reason) {}

    /**
     * The handoff so far. Days are those of the team's time zone; people are told by name and user id.
     *
     * @param handoff its id, which tells two of one name apart
     * @param started when and by whom, in words
     * @param together what was agreed at the start about working together
     * @param open what is asked and not answered, what is overdue first
     * @param workLink where the latest work is
     * @param decisions the latest first
     * @param agreed spoken decisions that hold and are about no single field
     * @param notes what was written down on the way, the latest first
     * @param about what was agreed or answered about a field, by its path as in `strategyBrief.offer`
     * @param lastLooked when this reviewer last decided at this point; none where it is the first time
     * @param changed since then
     * @param ending none while it runs, and where its work is done
     */
    record Overview(
            @Nullable String handoff,
            @Nullable String started,
            @Nullable LocalDate launchDate,
            @Nullable LocalDate needBy,
            @Nullable String accountable,
            List<Milestone> milestones,
            List<Note> together,
            List<Open> open,
            @Nullable String workLink,
            List<Decision> decisions,
            List<Note> agreed,
            List<Note> notes,
            Map<String, List<Note>> about,
            @Nullable LocalDate lastLooked,
            List<Change> changed,
            @Nullable Ending ending) {}

    Overview of(DelegateTask task);
}
