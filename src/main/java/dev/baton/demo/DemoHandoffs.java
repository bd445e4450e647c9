package dev.baton.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.calendar.BusinessCalendar;
import dev.baton.handoff.Handoffs;
import dev.baton.handoff.NewHandoff;
import dev.baton.journal.Journal;
import dev.baton.people.Role;
import dev.baton.shared.Entrance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Starts two handoffs from briefs that real teams wrote, one completed and one as it came, and says where to look. */
@Component
@Profile("demo")
class DemoHandoffs {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHandoffs.class);
    private static final List<String> EXAMPLES = List.of("year-end-drive", "web-analytics-launch");
    private static final String PACKAGES = "packages";
    private static final Pattern DAY = Pattern.compile("TODAY\\+(\\d+)");

    private final Handoffs handoffs;
    private final Journal journal;
    private final IdentityService identity;
    private final ObjectMapper json;
    private final Clock clock;
    private final BusinessCalendar calendar;
    private final Environment environment;

    DemoHandoffs(
            Handoffs handoffs,
            Journal journal,
            IdentityService identity,
            ObjectMapper json,
            Clock clock,
            BusinessCalendar calendar,
            Environment environment) {
        this.handoffs = handoffs;
        this.journal = journal;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
        this.calendar = calendar;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void start() throws IOException {
        for (var example : EXAMPLES) {
            if (journal.find(example).isEmpty()) {
                start(json.treeToValue(withPackages(example), NewHandoff.class));
            }
        }
        LOG.info("""


                Baton is ready.
                  Work the tasks      http://localhost:{port}/camunda/app/tasklist/
                  Watch and operate   http://localhost:{port}/camunda/app/cockpit/
                  REST, with a try-it http://localhost:{port}/swagger-ui/index.html
                """.replace("{port}", environment.getProperty("local.server.port", "8080")));
    }

    private void start(NewHandoff handoff) {
        identity.setAuthentication("maria", List.of(Role.STRATEGIST.key()));
        var passage = Entrance.API.enter();
        try {
            handoffs.start(handoff);
        } finally {
            passage.leave();
            identity.clearAuthentication();
        }
    }

    /** An example without packages has those of the brief of its name. */
    private JsonNode withPackages(String example) throws IOException {
        var handoff = (ObjectNode) json.readTree(read(example));
        if (!handoff.has(PACKAGES)) {
            handoff.set(PACKAGES, json.readTree(read("briefs/" + example)).path(PACKAGES));
        }
        return handoff;
    }

    /** The example's dates count from today, so that it never lies in the past. */
    private String read(String example) throws IOException {
        var text = new ClassPathResource("examples/" + example + ".json").getContentAsString(StandardCharsets.UTF_8);
        var today = calendar.dayOf(clock.instant());
        return DAY.matcher(text)
                .replaceAll(day -> today.plusDays(Long.parseLong(day.group(1))).toString());
    }
}
