package dev.baton.camunda;

import java.time.Clock;
import java.util.List;
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
@EnableConfigurationProperties({ContextLimits.class, PasswordSettings.class})
class EngineConfiguration {

    @Bean
    static JvmDefaults jvmDefaults() {
        return new JvmDefaults();
    }

    @Bean
    @Profile("production")
    static ProductionSettingsCheck productionSettingsCheck(Environment environment) {
        return new ProductionSettingsCheck(environment);
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
    SandboxPlugin sandboxPlugin(ApplicationContext context, VisibleBeans beans) {
        return new SandboxPlugin(context, beans);
    }

    @Bean
    SandboxRules sandboxRules(VisibleBeans beans) {
        return new SandboxRules(beans);
    }

    @Bean
    PageFormsPlugin pageFormsPlugin() {
        return new PageFormsPlugin();
    }

    @Bean
    DeploymentCheck deploymentCheck(
            ObjectProvider<DeploymentRule> rules, @Value("${baton.deployment.warn:}") List<String> warn) {
        return new DeploymentCheck(() -> rules.orderedStream().toList(), warn);
    }

    @Bean
    DeploymentPlugin deploymentPlugin(DeploymentCheck check) {
        return new DeploymentPlugin(check);
    }

    @Bean
    EngineSettings engineSettings() {
        return new EngineSettings();
    }

    @Bean
    PasswordVerdicts passwordVerdicts() {
        return new PasswordVerdicts();
    }

    @Bean
    PasswordPlugin passwordPlugin(
            PasswordSettings settings, PasswordVerdicts verdicts, ObjectProvider<PersonDeletion> deletions) {
        return new PasswordPlugin(
                settings,
                verdicts,
                SingletonSupplier.of(() -> deletions.orderedStream().toList()));
    }

    @Bean
    JobLockPlugin jobLockPlugin(@Value("${baton.node:}") String chosen, @Value("${server.port:8080}") String port) {
        return new JobLockPlugin(NodeName.of(chosen, port));
    }

    @Bean
    JobRetries jobRetries() {
        return new JobRetries();
    }

    @Bean
    JsonSerializerPlugin jsonSerializerPlugin(ContextLimits limits) {
        return new JsonSerializerPlugin(limits);
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
    CommandInterceptorsPlugin commandInterceptorsPlugin(
            ObjectProvider<ClosedTaskExplanation> lateTask, Deployments deployments, PeopleChanges people) {
        return new CommandInterceptorsPlugin(lateTask::getIfAvailable, deployments, people);
    }

    @Bean
    FormCommands formCommands(ObjectProvider<TaskForms> forms) {
        return new FormCommands(SingletonSupplier.ofNullable(forms::getIfAvailable));
    }

    @Bean
    FlushPlugin flushPlugin(
            ObjectProvider<MovedDeadlines> moved,
            ObjectProvider<EngineOperations> operations,
            ObjectProvider<FlushListener> listeners) {
        return new FlushPlugin(
                SingletonSupplier.ofNullable(moved::getIfAvailable),
                SingletonSupplier.ofNullable(operations::getIfAvailable),
                SingletonSupplier.of(() -> listeners.orderedStream().toList()));
    }

    @Bean
    HistoryPlugin historyPlugin(
            ObjectProvider<VariableGuard> guards,
            ObjectProvider<EngineOperations> operations,
            ObjectProvider<TaskHolderRule> holders) {
        return new HistoryPlugin(
                SingletonSupplier.of(() -> guards.orderedStream().toList()),
                SingletonSupplier.ofNullable(operations::getIfAvailable),
                SingletonSupplier.of(() -> holders.orderedStream().toList()));
    }

    @Bean
    DeletionPlugin deletionPlugin(ObjectProvider<DeletionRule> rules) {
        return new DeletionPlugin(() -> rules.orderedStream().toList());
    }
}
