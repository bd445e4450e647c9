package dev.baton.deployment;

import org.camunda.bpm.model.bpmn.Bpmn;

/** Diagrams that are nobody's handoffs, which Baton leaves alone. */
final class ForeignProcess {

    private ForeignProcess() {}

    static String diagram(String key, String name) {
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
