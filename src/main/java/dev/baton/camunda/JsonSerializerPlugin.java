package dev.baton.camunda;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.spin.plugin.impl.JsonValueSerializer;
import org.camunda.spin.plugin.variable.type.JsonValueType;

/** Puts the guard in the place of the serializer that the JSON plugin registers. */
final class JsonSerializerPlugin extends AbstractProcessEnginePlugin {

    private final ContextLimits limits;

    JsonSerializerPlugin(ContextLimits limits) {
        this.limits = limits;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var serializers =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getVariableSerializers();
        var unguarded = serializers.getSerializerByName(JsonValueType.TYPE_NAME);
        if (!(unguarded instanceof JsonValueSerializer)) {
            throw new IllegalStateException(
                    "The engine stores no JSON: put the engine's JSON plugin on the class path.");
        }
        var place = serializers.getSerializerIndex(unguarded);
        serializers.removeSerializer(unguarded);
        serializers.addSerializer(new StrictJsonSerializer(limits), place);
    }
}
