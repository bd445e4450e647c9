package plain;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** The deadlines that the diagrams ask for, counted without a calendar. */
public class Deadline {

    public Date hours(long hours) {
        return Date.from(Instant.now().plus(Duration.ofHours(hours)));
    }
}
