package dev.baton.harness;

import dev.baton.Baton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole running service, which {@code ./mvnw verify} runs on H2 and on PostgreSQL. All such tests share
 * one service: nothing runs in the background, so a test moves the clock and runs jobs through its {@link Scenario}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("service")
@SpringBootTest(
        classes = Baton.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "camunda.bpm.job-execution.enabled=false",
            "baton.reminders.every=P1D",
            "baton.absences.every=P1D",
            "baton.plans.every=P1D",
            "baton.passwords.strength=4",
            "baton.admin.id=" + People.ADMIN,
            "baton.admin.password=" + People.PASSWORD,
            "logging.level.root=warn",
            "spring.main.banner-mode=off"
        })
@Import(Harness.class)
@ExtendWith(CleanStage.class)
public @interface ServiceTest {}
