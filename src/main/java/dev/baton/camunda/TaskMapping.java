package dev.baton.camunda;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Lets a called process stand in for a task: it gets and gives what the task's own parameters say. */
public final class TaskMapping {

    private static final Pattern NAME = Pattern.compile("(?<![\\w.'\"])[A-Za-z_]\\w*(?![\\w'\"(])");

    private TaskMapping() {}

    /** Sets in the called process what the task with this id in its diagram would have been given. */
    public static void inputs(String task, DelegateExecution call, DelegateExecution called) {
        var activity = ((ExecutionEntity) call).getProcessDefinition().findActivity(task);
        if (activity.getIoMapping() == null) {
            return;
        }
        for (var input : activity.getIoMapping().getInputParameters()) {
            var value = input.getValueProvider().getValue((ExecutionEntity) call);
            if (value != null) {
                called.setVariable(input.getName(), value);
            }
        }
    }

    /** Sets in the caller what the task with this id in its diagram would have set. */
    public static void outputs(String task, DelegateExecution call, DelegateExecution called) {
        var activity = ((ExecutionEntity) call).getProcessDefinition().findActivity(task);
        if (activity.getIoMapping() == null) {
            return;
        }
        for (var output : activity.getIoMapping().getOutputParameters()) {
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
