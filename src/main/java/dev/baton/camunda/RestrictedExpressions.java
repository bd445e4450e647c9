package dev.baton.camunda;

import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/** Evaluates the expressions of diagrams, tables and queries with only the {@link VisibleBeans} and a short reach. */
final class RestrictedExpressions extends SpringExpressionManager {

    RestrictedExpressions(ApplicationContext context, VisibleBeans beans) {
        super(context, beans);
    }

    @Override
    protected ELResolver createElResolver() {
        var resolvers = new CompositeELResolver();
        resolvers.add(new ExpressionAllowListResolver());
        resolvers.add(super.createElResolver());
        return resolvers;
    }

    @Override
    public Expression createExpression(String text) {
        return new RestrictedExpression(createValueExpression(text), this, text);
    }
}
