package dev.baton.camunda;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Lets the engine start only once Flyway has brought the tables up to date. */
@Configuration(proxyBeanMethods = false)
class EngineDependsOnTables {

    @Bean
    static BeanFactoryPostProcessor engineStartsAfterFlyway() {
        return beans -> {
            for (var name : beans.getBeanNamesForType(ProcessEngineConfiguration.class, true, false)) {
                var engine = beans.getBeanDefinition(name);
                engine.setDependsOn(StringUtils.addStringToArray(engine.getDependsOn(), "flywayInitializer"));
            }
        };
    }
}
