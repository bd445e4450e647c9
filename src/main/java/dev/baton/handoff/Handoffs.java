package dev.baton.handoff;

import dev.baton.journal.Handoff;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.packages.DeployedContracts;
import dev.baton.packages.PackageChanges;
import dev.baton.process.AsEngine;
import dev.baton.process.JsonVariables;
import dev.baton.process.NotAllowed;
import dev.baton.process.NotRunning;
import dev.baton.process.Variables;
import dev.baton.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What integrators do with handoffs: start one, stop one. */
@Service
public class Handoffs {

    private final RuntimeService runtime;
    private final DeployedContracts contracts;
    private final Journal journal;
    private final Rights rights;
    private final AsEngine asEngine;
    private final StartableModels models;
    private final BusinessKeys keys;

    Handoffs(
            RuntimeService runtime,
            DeployedContracts contracts,
            Journal journal,
            Rights rights,
            AsEngine asEngine,
            StartableModels models,
            BusinessKeys keys) {
        this.runtime = runtime;
        this.contracts = contracts;
        this.journal = journal;
        this.rights = rights;
        this.asEngine = asEngine;
        this.models = models;
        this.keys = keys;
    }

    /** Starts a handoff; a business key that is taken is a {@link DuplicateStart}. Needs the person's own right to start. */
    public void start(NewHandoff handoff) {
        var model = models.known(handoff.model());
        runtime.createProcessInstanceByKey(model)
                .processDefinitionWithoutTenantId()
                .businessKey(handoff.businessKey())
                .setVariables(variables(handoff))
                .execute();
    }

    /**
     * Starts a handoff inside a step of another process, with what the start form of its model was answered; its key is
     * made from the campaign.
     *
     * @throws NotAllowed when the person's roles do not start this model: within a step the engine does not ask
     */
    public void startWithin(String model, VariableMap answers) {
        if (!rights.toStart(models.known(model))) {
            throw new NotAllowed("Your roles do not start \"%s\": ask somebody whose roles do, or choose another model."
                    .formatted(model));
        }
        runtime.createProcessInstanceByKey(model)
                .processDefinitionWithoutTenantId()
                .businessKey(keys.free(Objects.toString(answers.get(Variables.CAMPAIGN), "")))
                .setVariables(answers)
                .execute();
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
            variables.put(Variables.TEAM, JsonVariables.variable(handoff.team()));
        }
        if (handoff.raci() != null) {
            variables.put(Variables.RACI, JsonVariables.variable(handoff.raci()));
        }
        var known = contracts.catalog().packageNames();
        handoff.packages().forEach((name, document) -> {
            if (!known.contains(name)) {
                throw Refusal.of(List.of(PackageChanges.unknownPackage(name, known)));
            }
            variables.put(name, JsonVariables.variable(document));
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
            throw now.open()
                    ? NotRunning.suspended("it cannot be stopped")
                    : NotRunning.over(now, "there is nothing to stop");
        }
    }

    /** What only looks back on another handoff's launch has none of its own, and can be stopped. */
    private boolean hasLaunched(Handoff handoff) {
        return handoff.status() == Status.LAUNCHED
                && !journal.events(handoff.id(), Set.of(Launched.class)).isEmpty();
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

    private boolean waitsForCancelling(Handoff handoff) {
        return asEngine.call(() -> runtime.createEventSubscriptionQuery()
                        .processInstanceId(handoff.processInstanceId())
                        .eventName(Messages.CANCELLED)
                        .count())
                > 0;
    }
}
