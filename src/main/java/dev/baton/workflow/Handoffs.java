package dev.baton.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.context.ContextStore;
import dev.baton.context.MergeConflict;
import dev.baton.context.PackageVersion;
import dev.baton.decision.SpokenDecision;
import dev.baton.decision.SpokenDecisions;
import dev.baton.engine.Entrance;
import dev.baton.engine.FieldError;
import dev.baton.engine.Refusal;
import dev.baton.engine.TransactionRetry;
import dev.baton.journal.EventKind;
import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What integrators do with handoffs: start one, stop one, change a package, enter what was decided. */
@Service
public class Handoffs {

    private final RuntimeService runtime;
    private final ContextStore context;
    private final DeployedContracts contracts;
    private final PackageHistory history;
    private final Trail trail;
    private final TransactionRetry retry;
    private final Journal journal;
    private final SpokenDecisions decisions;
    private final Rights rights;
    private final AsEngine asEngine;
    private final StartableModels models;
    private final ActingProcesses actions;

    Handoffs(
            RuntimeService runtime,
            ContextStore context,
            DeployedContracts contracts,
            PackageHistory history,
            Trail trail,
            TransactionRetry retry,
            Journal journal,
            SpokenDecisions decisions,
            Rights rights,
            AsEngine asEngine,
            StartableModels models,
            ActingProcesses actions) {
        this.runtime = runtime;
        this.context = context;
        this.contracts = contracts;
        this.history = history;
        this.trail = trail;
        this.retry = retry;
        this.journal = journal;
        this.decisions = decisions;
        this.rights = rights;
        this.asEngine = asEngine;
        this.models = models;
        this.actions = actions;
    }

    /** Starts a handoff; a business key that is taken is a {@link DuplicateStart}. Needs the person's own right to start. */
    public void start(NewHandoff handoff) {
        var model = models.known(handoff.model());
        runtime.startProcessInstanceByKey(model, handoff.businessKey(), variables(handoff));
    }

    /** What is wrong with a package that no contract asks for. */
    public static FieldError unknownPackage(String name, Collection<String> known) {
        return new FieldError(
                "packages." + name,
                "There is no package \"%s\": use one of %s.".formatted(name, String.join(", ", known)));
    }

    private Map<String, Object> variables(NewHandoff handoff) {
        var variables = new LinkedHashMap<String, Object>();
        if (handoff.answers() != null) {
            variables.putAll(handoff.answers());
        }
        variables.put(Variables.CAMPAIGN, handoff.campaign());
        put(variables, Variables.COMPLEXITY, handoff.complexity());
        put(variables, Variables.EXECUTION_PARTY, handoff.executionParty());
        put(variables, Variables.CAMPAIGN_TYPE, handoff.campaignType());
        put(variables, Variables.LAUNCH_DATE, handoff.launchDate());
        put(variables, Variables.NEED_BY, handoff.needBy());
        put(variables, Variables.CONTRACT, handoff.contract());
        if (handoff.team() != null) {
            variables.put(Variables.TEAM, Json.variable(handoff.team()));
        }
        if (handoff.raci() != null) {
            variables.put(Variables.RACI, Json.variable(handoff.raci()));
        }
        var known = contracts.catalog().packageNames();
        handoff.packages().forEach((name, document) -> {
            if (!known.contains(name)) {
                throw Refusal.of(List.of(unknownPackage(name, known)));
            }
            variables.put(name, Json.variable(document));
        });
        return variables;
    }

    private static void put(Map<String, Object> variables, String name, @Nullable Object value) {
        if (value != null) {
            variables.put(name, value);
        }
    }

    /**
     * Stops a running handoff at its own end event, for whoever may.
     *
     * @throws NotAllowed when the person may not
     * @throws NotRunning when it does not wait for anything that could be stopped: it has launched, is over, or suspended
     */
    public void stop(Handoff handoff, String reason) {
        rights.toStop(handoff);
        if (handoff.open() && hasLaunched(handoff)) {
            throw NotRunning.launched();
        }
        if (!handoff.open() || !cancel(handoff, reason)) {
            var now = journal.find(handoff.id()).orElse(handoff);
            throw now.open() ? NotRunning.suspended() : NotRunning.over(now, "there is nothing to stop");
        }
    }

    /** What only looks back on another handoff's launch has none of its own, and can be stopped. */
    private boolean hasLaunched(Handoff handoff) {
        return handoff.status() == Status.LAUNCHED
                && !journal.events(handoff.id(), Set.of(EventKind.LAUNCHED)).isEmpty();
    }

    private boolean cancel(Handoff handoff, String reason) {
        try {
            return asEngine.allowed(() -> {
                runtime.createMessageCorrelation(Messages.CANCELLED)
                        .processInstanceId(handoff.processInstanceId())
                        .setVariable(Variables.CANCEL_REASON, reason)
                        .correlate();
                return true;
            });
        } catch (MismatchingMessageCorrelationException nothingWaits) {
            return false;
        } catch (ProcessEngineException thrown) {
            if (waitsForCancelling(handoff)) {
                throw thrown;
            }
            return false; // Somebody else cancelled it while the engine was reading it.
        }
    }

    /**
     * Enters what the person has decided with another in a conversation; the other side is asked to confirm it.
     *
     * @throws EnteredAlready when the person has entered the same before
     * @throws NotAllowed when the person takes no part in the handoff
     * @throws NotRunning when the handoff is over
     */
    public SpokenDecision enter(Handoff handoff, NewDecision decision) {
        var variables = new LinkedHashMap<String, Object>();
        var acting = actions.on(ActingProcesses.DECISIONS);
        variables.put(Variables.ACTION, acting.action());
        put(variables, Variables.WORDING, decision.wording());
        put(variables, Variables.SPOKEN_WITH, decision.spokenWith());
        put(variables, Variables.SPOKEN_ON, decision.spokenOn());
        put(variables, Variables.ABOUT, decision.about());
        var action = runtime.startProcessInstanceByKey(acting.process(), handoff.id(), variables);
        return decisions.find(handoff.id(), action.getId()).orElseThrow();
    }

    private boolean waitsForCancelling(Handoff handoff) {
        return asEngine.call(() -> runtime.createEventSubscriptionQuery()
                        .processInstanceId(handoff.processInstanceId())
                        .eventName(Messages.CANCELLED)
                        .count())
                > 0;
    }

    /**
     * Changes fields of a package against the version the caller saw; 0 when there was none. Who may do so, the caller
     * decides.
     *
     * @throws MergeConflict when somebody else changed the same fields since
     * @throws NotRunning when the handoff is over
     */
    public PackageVersion change(String handoff, String name, int seenVersion, ObjectNode fields) {
        return asEngine.allowed(() -> retry.execute(() -> merge(handoff, name, seenVersion, fields)));
    }

    private PackageVersion merge(String handoff, String name, int seenVersion, ObjectNode fields) {
        demandRunning(handoff);
        var before = context.latest(handoff, name).map(PackageVersion::version).orElse(0);
        var via = Entrance.current().name();
        var after = context.merge(handoff, name, seenVersion, fields, trail.person(), via);
        if (after.version() != before) {
            history.add(after, "api");
            // The event has put us behind everybody else who writes about this handoff: now see what they did.
            demandRunning(handoff);
        }
        return after;
    }

    private void demandRunning(String id) {
        var handoff = journal.find(id).orElseThrow();
        if (!handoff.open()) {
            throw NotRunning.over(handoff, "its packages stay as they are");
        }
    }
}
