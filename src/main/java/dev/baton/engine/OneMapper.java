package dev.baton.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;

/** Reads and writes the JSON of the engine's REST with one mapper; the engine's own way makes a new one for each call. */
public final class OneMapper extends JacksonConfigurator {

    private final ObjectMapper mapper = configureObjectMapper(new ObjectMapper());

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }
}
