package dev.baton.overview;

import dev.baton.calendar.BusinessCalendar;
import dev.baton.contract.Milestones;
import dev.baton.form.HandoffOverview;
import dev.baton.handoff.Noted;
import dev.baton.handoff.OpenTask;
import dev.baton.handoff.OpenTasks;
import dev.baton.journal.EarlyEnding;
import dev.baton.journal.Event;
import dev.baton.journal.Handoff;
import dev.baton.journal.HandoffFacts;
import dev.baton.journal.Journal;
import dev.baton.journal.JournalEvent;
import dev.baton.packages.ContextStore;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.PackageChanged;
import dev.baton.process.Facts;
import dev.baton.process.JournalWriter;
import dev.baton.process.KnownPeople;
import dev.baton.process.Variables;
import dev.baton.review.AdvancedUnreviewed;
import dev.baton.review.Decided;
import dev.baton.spokendecision.SpokenDecision;
import dev.baton.spokendecision.SpokenDecisions;
import dev.baton.transfer.Accepted;
import dev.baton.transfer.ClarificationAnswered;
import dev.baton.transfer.ClarificationAsked;
import dev.baton.transfer.QualityPassed;
import dev.baton.transfer.QualityReturned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the overview of a task's handoff out of its row, its packages and its journal. */
@Component
class OverviewOfTask implements HandoffOverview {

    private static final int MOST_DECISIONS = 15;
    private static final int MOST_CHANGES = 30;
    private static final int MOST_NOTES = 10;

    private static final Set<Class<? extends JournalEvent>> READ = Set.of(
            Decided.class,
            AdvancedUnreviewed.class,
            QualityPassed.class,
            QualityReturned.class,
            Accepted.class,
            ClarificationAsked.class,
            ClarificationAnswered.class,
            Noted.class,
            PackageChanged.class);

    private static final int MOST_OPEN = 30;

    /** The variables of what was agreed about working together, and what people call it. */
    private static final Map<String, String> TOGETHER = new LinkedHashMap<>();

    static {
        TOGETHER.put(Variables.DOCUMENT_LOCATION, "Documents, tasks and files:");
        TOGETHER.put(Variables.COMMUNICATION_NORMS, "How to reach whom:");
        TOGETHER.put(Variables.SHARED_KPIS, "Shared KPIs:");
    }

    private final Journal journal;
    private final ContextStore context;
    private final DeployedContracts contracts;
    private final SpokenDecisions spoken;
    private final BusinessCalendar calendar;
    private final KnownPeople people;
    private final OpenTasks tasks;
    private final JournalWriter writer;

    OverviewOfTask(
            Journal journal,
            ContextStore context,
            DeployedContracts contracts,
            SpokenDecisions spoken,
            BusinessCalendar calendar,
            KnownPeople people,
            OpenTasks tasks,
            JournalWriter writer) {
        this.journal = journal;
        this.context = context;
        this.contracts = contracts;
        this.spoken = spoken;
        this.calendar = calendar;
        this.people = people;
        this.tasks = tasks;
        this.writer = writer;
    }

    @Override
    public Overview of(DelegateTask task) {
        var handoff = Facts.handoff(task.getExecution());
        var known = journal.find(handoff);
        var facts = known.map(Handoff::facts);
        var events = journal.events(handoff, READ);
        var agreed = spoken.holding(handoff);
        var lastLooked = lastLooked(events, task.getTaskDefinitionKey());
        return new Overview(
                handoff,
                known.map(one -> "%s by %s".formatted(calendar.dayOf(one.startedAt()), who(one.startedBy())))
                        .orElse(null),
                facts.map(HandoffFacts::launchDate).orElse(null),
                facts.map(HandoffFacts::needBy).orElse(null),
                facts.flatMap(HandoffFacts::accountable).map(people::inWords).orElse(null),
                milestones(handoff),
                together(task.getExecution()),
                open(task),
                workLink(task.getExecution()),
                decisions(events),
                agreed.stream()
                        .filter(one -> field(one).isEmpty())
                        .map(this::inWords)
                        .toList(),
                notes(events),
                about(events, agreed),
                lastLooked.map(event -> calendar.dayOf(event.at())).orElse(null),
                lastLooked.map(event -> changes(events, event)).orElse(List.of()),
                journal.earlyEnding(handoff).map(this::ending).orElse(null));
    }

    private Ending ending(EarlyEnding early) {
        return new Ending(
                early.outcome(),
                early.who() == null || early.who().equals(JournalWriter.ENGINE) ? null : who(early.who()),
                calendar.dayOf(early.at()),
                early.reason());
    }

    private String who(@Nullable String person) {
        return person == null ? JournalWriter.ENGINE : people.inWords(person);
    }

    private List<Milestone> milestones(String handoff) {
        return context.latest(handoff, Milestones.packageName()).stream()
                .flatMap(version -> Milestones.rows(version.document()))
                .map(row -> new Milestone(
                        row.path("name").asText(), row.path("date").asText()))
                .toList();
    }

    private static @Nullable String workLink(DelegateExecution execution) {
        return known(execution, "workLink").orElse(null);
    }

    /** What was agreed at the start about working together, in its order. */
    private static List<Note> together(DelegateExecution execution) {
        return TOGETHER.entrySet().stream()
                .flatMap(
                        fact -> known(execution, fact.getKey()).map(words -> new Note(fact.getValue(), words)).stream())
                .toList();
    }

    /** The nearest one: a process that is called works on what its caller knows. */
    private static Optional<String> known(DelegateExecution execution, String name) {
        for (var scope = execution;
                scope != null;
                scope = scope.getProcessInstance().getSuperExecution()) {
            var found = Facts.find(scope, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What else is asked; what is overdue comes first, then what is due next. Who sits outside sees their own. */
    private List<Open> open(DelegateTask task) {
        var now = writer.now();
        var reader = writer.person();
        var seesAll = reader.equals(JournalWriter.ENGINE) || people.worksInside(reader);
        return tasks.of(Facts.handoff(task.getExecution())).stream()
                .filter(one -> !one.id().equals(task.getId()))
                .filter(one -> seesAll || reader.equals(one.assignee()))
                .sorted(Comparator.comparing(OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(MOST_OPEN)
                .map(one -> new Open(
                        one.name(),
                        one.assignee() == null ? String.join(", ", one.groups()) : who(one.assignee()),
                        one.due() == null ? null : calendar.dayOf(one.due()),
                        one.due() != null && one.due().isBefore(now)))
                .toList();
    }

    private List<Decision> decisions(List<Event> events) {
        var latestFirst = new ArrayList<>(events);
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .filter(event -> isDecision(event) || event.is(AdvancedUnreviewed.class))
                .filter(event -> !event.is(ClarificationAnswered.class))
                .limit(MOST_DECISIONS)
                .map(this::decision)
                .toList();
    }

    private List<Note> notes(List<Event> events) {
        var latestFirst = new ArrayList<>(events);
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .flatMap(event -> event.as(Noted.class).stream()
                        .filter(noted -> noted.note() != null)
                        .map(noted -> new Note(
                                "%s, by %s on %s:"
                                        .formatted(noted.name(), who(event.who()), calendar.dayOf(event.at())),
                                noted.note())))
                .limit(MOST_NOTES)
                .toList();
    }

    private Decision decision(Event event) {
        var detail = event.detail();
        return new Decision(
                title(Objects.toString(detail.get("review"), event.kind())),
                inWords(event),
                who(event.who()),
                calendar.dayOf(event.at()),
                text(detail, "question").or(() -> text(detail, "reason")).orElse(null));
    }

    private static String inWords(Event event) {
        var detail = event.detail();
        if (event.is(ClarificationAsked.class)) {
            return "asked a question";
        }
        if (Boolean.TRUE.equals(detail.get("sentBack")) || event.is(QualityReturned.class)) {
            return "asked for changes";
        }
        return text(detail, Variables.DECISION)
                .map(answer -> answer.replace('-', ' '))
                .orElse("went on, not reviewed");
    }

    private static Optional<String> text(Map<String, Object> detail, String name) {
        return Optional.ofNullable(detail.get(name)).map(Object::toString).filter(text -> !text.isBlank());
    }

    /** "pre-launch" as "Pre launch". */
    private static String title(String key) {
        return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1).replace('-', ' ');
    }

    /** Answers of the sender that the receiver has accepted with the rest, and spoken decisions that hold. */
    private Map<String, List<Note>> about(List<Event> events, List<SpokenDecision> agreed) {
        var about = new LinkedHashMap<String, List<Note>>();
        var accepted = IntStream.range(0, events.size())
                .filter(at -> events.get(at).is(Accepted.class))
                .max()
                .orElse(-1);
        var asked = new HashMap<@Nullable String, @Nullable String>();
        for (var event : events.subList(0, accepted + 1)) {
            event.as(ClarificationAsked.class).ifPresent(question -> asked.put(question.field(), question.question()));
            event.as(ClarificationAnswered.class).ifPresent(answer -> {
                var field = answer.field();
                var words = answer.answer();
                if (field != null && words != null) {
                    add(
                            about,
                            field,
                            new Note(
                                    "Asked: %s Answered by %s on %s:"
                                            .formatted(
                                                    asked.getOrDefault(field, ""),
                                                    who(event.who()),
                                                    calendar.dayOf(event.at())),
                                    words));
                }
            });
        }
        agreed.forEach(one -> field(one).ifPresent(path -> add(about, path, inWords(one))));
        return about;
    }

    private static void add(Map<String, List<Note>> about, String path, Note note) {
        about.computeIfAbsent(path, first -> new ArrayList<>()).add(note);
    }

    /** The field that a spoken decision is about; none where it is about a whole package, or the handoff. */
    private static Optional<String> field(SpokenDecision decision) {
        return Optional.ofNullable(decision.about()).filter(about -> about.contains("."));
    }

    private Note inWords(SpokenDecision decision) {
        return new Note(
                "Agreed by %s and %s on %s%s:"
                        .formatted(
                                who(decision.enteredBy()),
                                who(decision.spokenWith()),
                                decision.spokenOn(),
                                decision.about() == null || field(decision).isPresent()
                                        ? ""
                                        : " about " + contracts.catalog().inWords(decision.about())),
                decision.wording());
    }

    private static boolean isDecision(Event event) {
        return event.detail().containsKey(Variables.DECISION);
    }

    private static Optional<Event> lastLooked(List<Event> events, String node) {
        return events.stream()
                .filter(event -> node.equals(event.node()) && isDecision(event))
                .reduce((first, last) -> last);
    }

    private List<Change> changes(List<Event> events, Event since) {
        return events.subList(events.indexOf(since), events.size()).stream()
                .flatMap(event -> event.as(PackageChanged.class).stream()
                        .flatMap(changed -> changed.fields().stream()
                                .map(field -> change(event, changed.packageName() + "." + field))))
                .distinct()
                .limit(MOST_CHANGES)
                .toList();
    }

    private Change change(Event event, String path) {
        return new Change(contracts.catalog().inWords(path), who(event.who()), calendar.dayOf(event.at()));
    }
}
