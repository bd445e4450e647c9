package dev.baton.camunda;

import dev.baton.shared.Refusal;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * An expression that knows where it came from: a diagram's has an execution or a task, only one from a query or a
 * stored filter has nothing. Those come from whoever is signed in, and may say no more than who and when.
 */
final class RestrictedExpression extends JuelExpression {

    private static final Pattern IN_A_QUERY = Pattern.compile("""
            [$#]\\{\\s*(?:currentUser\\(\\)|currentUserGroups\\(\\)\
            |(?:now\\(\\)|dateTime\\(\\))\
            (?:\\.(?:plus|minus)(?:Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,6}\\)\
            |\\.withTimeAtStartOfDay\\(\\)|\\.toDate\\(\\)){0,8})\\s*}""");

    RestrictedExpression(ValueExpression value, JuelExpressionManager manager, String text) {
        super(value, manager, text);
    }

    @Override
    public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
        if (scope == null
                && !isLiteralText()
                && !IN_A_QUERY.matcher(expressionText).matches()) {
            throw Refusal.of(
                    "expression",
                    "A query or filter may only use ${currentUser()}, ${currentUserGroups()}, ${now()} and ${dateTime()} "
                            + "with plus… and minus…; write a value in place of %s.".formatted(expressionText));
        }
        return super.getValue(scope, execution);
    }
}
