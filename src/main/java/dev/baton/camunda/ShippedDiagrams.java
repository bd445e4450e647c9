package dev.baton.camunda;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A folder without diagrams is a mistyped one: the service would start, and nobody could start anything. */
final class ShippedDiagrams implements BeanFactoryPostProcessor {

    private final String folder;

    ShippedDiagrams(Environment environment) {
        this.folder = environment.getProperty("baton.processes.location", "");
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (!holdsDiagrams()) {
            throw new InvalidSetting(
                    "baton.processes.location",
                    "No diagram is in there; a folder is written as file:/etc/baton/processes.");
        }
    }

    private boolean holdsDiagrams() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(folder + "/**/*.bpmn").length > 0;
        } catch (FileNotFoundException nowhere) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
