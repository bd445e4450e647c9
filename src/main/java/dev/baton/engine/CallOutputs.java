package dev.baton.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.core.variable.mapping.OutputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Lets a called process answer in place of a task: its outcome goes through the task's own output parameters. */
public final class CallOutputs {

    private static final Pattern NAME = Pattern.compile("(?<![\\w.'\"])[A-Za-z_]\\w*(?![\\w'\"(])");

    private CallOutputs() {}

    /** Sets in the caller what the task with this id in its diagram would have set. */
    public static void of(String task, DelegateExecution call, DelegateExecution called) {
        var activity = ((ExecutionEntity) call).getProcessDefinition().findActivity(task);
        if (activity.getIoMapping() == null) {
            return;
        }
        for (OutputParameter output : activity.getIoMapping().getOutputParameters()) {
            knowAll(output.getValueProvider(), called);
            call.setVariable(output.getName(), output.getValueProvider().getValue((ExecutionEntity) called));
        }
    }

    /** What nobody has said in the called process is nothing, not unknown. */
    private static void knowAll(ParameterValueProvider value, DelegateExecution called) {
        if (value instanceof ElValueProvider expression) {
            NAME.matcher(expression.getExpression().getExpressionText())
                    .results()
                    .map(name -> name.group())
                    .filter(name -> !name.equals("execution") && !name.equals("null") && !called.hasVariable(name))
                    .forEach(name -> called.setVariable(name, null));
        }
    }
}
