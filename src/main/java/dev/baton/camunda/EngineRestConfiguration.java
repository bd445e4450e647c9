package dev.baton.camunda;

import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

/** The engine's own REST as Camunda makes it, but for the mapper of its JSON. */
@Component
class EngineRestConfiguration extends CamundaJerseyResourceConfig {

    @Override
    protected void registerCamundaRestResources() {
        var parts = CamundaRestResources.getConfigurationClasses();
        parts.remove(JacksonConfigurator.class);
        parts.add(EngineRestObjectMapper.class);
        super.registerCamundaRestResources();
    }
}
