package plain;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The deadlines that the diagrams ask for, counted without a calendar. */
public class Deadline {

    public Date hours(long hours) {
        return Date.from(Instant.now().plus(Duration.ofHours(hours)));
    }

    public Date acceptance(VariableScope transfer) {
        return hours(48);
    }
}
