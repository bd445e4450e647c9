package dev.baton.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import java.beans.FeatureDescriptor;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.spin.Spin;
import org.joda.time.ReadableInstant;
import org.joda.time.ReadablePartial;
import org.jspecify.annotations.Nullable;

/**
 * Asked before every step of an expression. An expression may look into values, JSON, its execution or task and
 * Baton's own objects; everything else (classes, class loaders, the engine and its services, connections, threads, …)
 * is out of reach, however it got there.
 */
final class ExpressionAllowListResolver extends ELResolver {

    private static final List<Class<?>> VALUES = List.of(
            CharSequence.class,
            Number.class,
            Boolean.class,
            Character.class,
            Enum.class,
            Date.class,
            UUID.class,
            Optional.class,
            TemporalAccessor.class,
            TemporalAmount.class,
            ReadableInstant.class,
            ReadablePartial.class,
            Map.class,
            Map.Entry.class,
            Collection.class,
            Object[].class,
            JsonNode.class,
            Spin.class,
            TypedValue.class,
            VariableContext.class,
            VariableScope.class);

    /** Names that lead out of a value: to its class, to system properties, to any class by name, to the engine. */
    private static final Set<String> WAYS_OUT = Set.of(
            "class",
            "getClass",
            "classLoader",
            "getClassLoader",
            "declaringClass",
            "getDeclaringClass",
            "describeConstable",
            "resolveConstantDesc",
            "getInteger",
            "getLong",
            "getBoolean",
            "mapTo",
            "processEngine",
            "getProcessEngine",
            "processEngineServices",
            "getProcessEngineServices",
            "notify",
            "notifyAll",
            "wait");

    static boolean isWayOut(String name) {
        return WAYS_OUT.contains(name);
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (!(base instanceof Map)) {
            check(base, property);
        } else {
            checkType(base);
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        check(base, method);
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        check(base, property);
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        check(base, property);
        return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        check(base, property);
        return false;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }

    private static void check(@Nullable Object base, @Nullable Object name) {
        if (base == null) {
            return;
        }
        checkType(base);
        if (name != null && isWayOut(name.toString())) {
            throw new ELException("An expression must not use '%s'".formatted(name));
        }
    }

    private static void checkType(Object base) {
        var type = base.getClass();
        if (VALUES.stream().noneMatch(allowed -> allowed.isAssignableFrom(type))
                && !isPrimitiveArray(type)
                && !isBatons(type)) {
            throw new ELException("An expression must not look into a %s".formatted(type.getName()));
        }
    }

    private static boolean isPrimitiveArray(Class<?> type) {
        return type.isArray() && type.getComponentType().isPrimitive();
    }

    /** Baton's own types, and proxies of them. */
    private static boolean isBatons(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().startsWith("dev.baton.")) {
                return true;
            }
            for (var contract : each.getInterfaces()) {
                if (contract.getName().startsWith("dev.baton.")) {
                    return true;
                }
            }
        }
        return false;
    }
}
