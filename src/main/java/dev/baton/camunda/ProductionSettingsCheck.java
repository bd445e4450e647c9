package dev.baton.camunda;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** In the profile {@code production}, before anything else exists: what suits a trial does not suit people's work. */
final class ProductionSettingsCheck implements BeanFactoryPostProcessor {

    private final Environment environment;

    ProductionSettingsCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new InvalidSetting(
                    "spring.profiles.active", "The demo prints its people's passwords: production runs without it.");
        }
        if (!environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            throw new InvalidSetting(
                    "spring.datasource.url",
                    "Production keeps its data in PostgreSQL, at an address such as jdbc:postgresql://host/baton.");
        }
    }
}
