package dev.baton.engine;

import java.time.Clock;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/** Wires the parts that close and trim the engine. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContextLimits.class)
class EngineRoom {

    @Bean
    static UniversalTime universalTime() {
        return new UniversalTime();
    }

    @Bean
    @Profile("production")
    static ProductionOnly productionOnly(Environment environment) {
        return new ProductionOnly(environment);
    }

    @Bean
    static ShippedDiagrams shippedDiagrams(Environment environment) {
        return new ShippedDiagrams(environment);
    }

    @Bean
    Clock clock() {
        return new EngineClock();
    }

    @Bean
    VisibleBeans visibleBeans(ListableBeanFactory beans) {
        return new VisibleBeans(beans);
    }

    @Bean
    ClosedEngine closedEngine(ApplicationContext context, VisibleBeans beans) {
        return new ClosedEngine(context, beans);
    }

    @Bean
    NoForeignCode noForeignCode(VisibleBeans beans) {
        return new NoForeignCode(beans);
    }

    @Bean
    NewDeployments newDeployments(ObjectProvider<DeploymentRule> rules) {
        return new NewDeployments(() -> rules.orderedStream().toList());
    }

    @Bean
    EngineSettings engineSettings() {
        return new EngineSettings();
    }

    @Bean
    JobLocks jobLocks(@Value("${baton.node:}") String chosen, @Value("${server.port:8080}") String port) {
        return new JobLocks(NodeName.of(chosen, port));
    }

    @Bean
    JsonDocuments jsonDocuments(ContextLimits limits) {
        return new JsonDocuments(limits);
    }

    @Bean
    Deployments deployments() {
        return new Deployments();
    }

    @Bean
    PeopleChanges peopleChanges() {
        return new PeopleChanges();
    }

    @Bean
    PeopleCommands peopleCommands(ObjectProvider<LateTask> lateTask, Deployments deployments, PeopleChanges people) {
        return new PeopleCommands(lateTask::getIfAvailable, deployments, people);
    }

    @Bean
    FormCommands formCommands(ObjectProvider<TaskForms> forms) {
        return new FormCommands(forms::getIfAvailable);
    }

    @Bean
    DeadlineCommands deadlineCommands(ObjectProvider<MovedDeadlines> hook) {
        return new DeadlineCommands(hook::getIfAvailable);
    }

    @Bean
    LeanHistory leanHistory(ObjectProvider<VariableGuard> guards) {
        return new LeanHistory(SingletonSupplier.of(() -> guards.orderedStream().toList()));
    }
}
