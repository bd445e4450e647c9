package dev.baton.deployment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.Bpmn;

/** Diagrams that are nobody's handoffs, which Baton leaves alone. */
final class ForeignProcess {

    private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();

    private ForeignProcess() {}

    /** The same for the same key and name, though the ids in it are generated. */
    static String diagram(String key, String name) {
        return DRAWN.computeIfAbsent(key + " " + name, any -> draw(key, name));
    }

    private static String draw(String key, String name) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(key)
                .name(name)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("start")
                .userTask("wait")
                .name("Wait")
                .endEvent("end")
                .done());
    }

    static String calling(String key, String called) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("start")
                .callActivity("call")
                .name("Call it")
                .calledElement(called)
                .endEvent("end")
                .done());
    }
}
