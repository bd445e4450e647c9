package dev.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import dev.baton.journal.Journal;
import dev.baton.journal.Status;
import dev.baton.workflow.Handoffs;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The first command shows two handoffs. */
@ServiceTest
class DemoHandoffsTest {

    private static final Map<String, String> TEAM = Map.of(
            "maria", "strategist",
            "tom", "manager",
            "nora", "quality-owner",
            "ben", "execution-owner",
            "lena", "production",
            "ruth", "final-approver");

    @Autowired
    private People people;

    @Autowired
    private Handoffs handoffs;

    @Autowired
    private Journal journal;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Clock clock;

    @Autowired
    private Environment environment;

    @Test
    void theTwoExamplesStartAndStartOnlyOnce() throws IOException {
        TEAM.forEach(people::named);
        var demo = new DemoHandoffs(handoffs, journal, identity, json, clock, environment);

        demo.start();
        demo.start();

        assertThat(journal.find("year-end-drive").orElseThrow().status()).isEqualTo(Status.DRAFT);
        assertThat(journal.find("web-analytics-launch").orElseThrow().status()).isEqualTo(Status.DRAFT);
    }
}
