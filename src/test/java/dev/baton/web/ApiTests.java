package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.harness.People;
import dev.baton.harness.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
abstract class ApiTests {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @BeforeEach
    void hireTheAccountablePerson() {
        people.named("ruth", "final-approver");
    }

    /** A person by id or role. */
    Integrator as(String who) {
        return new Integrator(port, people.named(who));
    }

    /** Somebody nobody has met yet, with these roles. */
    String newcomer(String... roles) {
        return people.hire(Requests.newKey().replace("-", ""), roles);
    }

    String started(ObjectNode body) {
        var answer = as("strategist").post("/api/handoffs", body.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("id");
    }
}
