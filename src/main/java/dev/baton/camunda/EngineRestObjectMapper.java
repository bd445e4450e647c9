package dev.baton.camunda;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;

/**
 * The one mapper of the engine's REST, for the engine and for whoever answers in its place: it writes dates and omits fields
 * as the engine's clients expect, which {@link dev.baton.shared.Json} does not; the engine's own way makes a new one for
 * each call.
 */
public final class EngineRestObjectMapper extends JacksonConfigurator {

    public static final ObjectMapper MAPPER =
            configureObjectMapper(new ObjectMapper()).addMixIn(TaskDto.class, SentBack.class);

    /** Whoever changes a task sends it as it was read, as Tasklist does; of its form there is nothing to change. */
    @JsonIgnoreProperties(value = "camundaFormRef", allowGetters = true)
    private interface SentBack {}

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return MAPPER;
    }
}
