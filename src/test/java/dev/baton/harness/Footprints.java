package dev.baton.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Writes down every node entered and every flow taken, once committed, as lines of {@code process element} in a file
 * per JVM under {@code target/coverage}. {@code DiagramCoverageTests} reads them when all other tests are done.
 */
public final class Footprints extends AbstractProcessEnginePlugin {

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final Path FILE = directory().resolve(ProcessHandle.current().pid() + ".txt");

    /** Where the test JVMs of this build leave their files. */
    public static Path directory() {
        return Path.of(System.getProperty("baton.test.coverage", "target/coverage/single"));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = new ArrayList<BpmnParseListener>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
                processes.forEach(process -> follow(process.getKey(), process));
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private static void follow(String process, ScopeImpl scope) {
        for (var node : scope.getActivities()) {
            node.addBuiltInListener(ExecutionListener.EVENTNAME_START, note(process, node.getId()));
            for (var flow : node.getOutgoingTransitions()) {
                ((TransitionImpl) flow)
                        .addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, note(process, flow.getId()));
            }
            follow(process, node);
        }
    }

    private static ExecutionListener note(String process, String element) {
        var line = process + " " + element;
        return execution -> {
            if (!SEEN.contains(line)) {
                Context.getCommandContext()
                        .getTransactionContext()
                        .addTransactionListener(TransactionState.COMMITTED, commit -> write(line));
            }
        };
    }

    private static void write(String line) {
        if (!SEEN.add(line)) {
            return;
        }
        try {
            Files.createDirectories(directory());
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
