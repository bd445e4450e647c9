package dev.baton.camunda;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real engine with Baton's plugins on an H2 database in memory; no web, no job executor. */
final class SmallEngine {

    private static final SmallEngine SHARED = new SmallEngine(settings -> {});

    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final ProcessEngine engine;
    final JdbcTemplate sql;
    final TransactionTemplate transaction;

    static SmallEngine shared() {
        return SHARED;
    }

    SmallEngine(Consumer<SpringProcessEngineConfiguration> last) {
        context.register(EngineConfiguration.class, Beans.class);
        context.refresh();
        var database =
                JdbcConnectionPool.create("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()), "sa", "");
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        sql = new JdbcTemplate(database);

        var settings = new SpringProcessEngineConfiguration();
        settings.setApplicationContext(context);
        settings.setProcessEngineName(UUID.randomUUID().toString());
        settings.setDataSource(database);
        settings.setTransactionManager(transactions);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory(BatonHistory.NAME);
        settings.setJobExecutorActivate(false);
        settings.setDefaultSerializationFormat("application/json");
        List<ProcessEnginePlugin> plugins = new ArrayList<>(
                context.getBeansOfType(ProcessEnginePlugin.class).values());
        plugins.add(new SpinProcessEnginePlugin());
        settings.setProcessEnginePlugins(plugins);
        last.accept(settings);
        engine = settings.buildProcessEngine();
    }

    Beans beans() {
        return context.getBean(Beans.class);
    }

    Deployment deploy(String diagram) {
        return deploy("diagram.bpmn", diagram);
    }

    Deployment deploy(String name, String content) {
        return engine.getRepositoryService()
                .createDeployment()
                .addString(name, content)
                .deploy();
    }

    /** A process of one thing between start and end. */
    static String process(String key, String middle) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P180D">
                    <bpmn:startEvent id="start" />
                    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="middle" />
                    %s
                    <bpmn:sequenceFlow id="out" sourceRef="middle" targetRef="end" />
                    <bpmn:endEvent id="end" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, middle);
    }

    static String userTask(String key) {
        return process(key, "<bpmn:userTask id=\"middle\" name=\"Look\" />");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        Consumer<DelegateExecution> work = execution -> {};
        Consumer<VariableWrite> guard = write -> {};
        Optional<String> whereIsTheTask = Optional.empty();

        @Bean
        @VisibleInDiagrams
        Friend friend() {
            return new Friend();
        }

        @Bean
        @VisibleInDiagrams
        JavaDelegate delegate(Beans beans) {
            return execution -> beans.work.accept(execution);
        }

        @Bean
        Friend stranger() {
            return new Friend();
        }

        @Bean
        VariableGuard variableGuard(Beans beans) {
            return new VariableGuard() {
                @Override
                public void onWrite(VariableWrite write) {
                    beans.guard.accept(write);
                }

                @Override
                public boolean isWorthHistory(String variable) {
                    return !variable.startsWith("note");
                }
            };
        }

        @Bean
        ClosedTaskExplanation lateTask(Beans beans) {
            return task -> beans.whereIsTheTask;
        }
    }

    /** Something that diagrams may call. */
    public static final class Friend {

        public String greet(String name) {
            return "Hello " + name;
        }

        public ClassLoader leak() {
            return ClassLoader.getSystemClassLoader();
        }
    }
}
