package dev.baton.harness;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;

@TestConfiguration(proxyBeanMethods = false)
class Harness {

    @Bean
    People people(IdentityService identity) {
        return new People(identity);
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    Scenario scenario(ProcessEngine engine, People people) {
        return new Scenario(engine, people);
    }

    @Bean
    Footprints footprints() {
        return new Footprints();
    }
}
