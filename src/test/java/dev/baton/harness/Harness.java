package dev.baton.harness;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;

@TestConfiguration(proxyBeanMethods = false)
class Harness {

    @Bean
    People people(IdentityService identity) {
        return new People(identity);
    }

    /** Those whom every start has to name. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> named(People people) {
        return ready -> {
            people.named("ruth", "final-approver");
            people.named("execution-owner");
            people.named("quality-owner");
        };
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
