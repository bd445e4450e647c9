package dev.baton.camunda;

import dev.baton.shared.FieldError;
import dev.baton.shared.StrictJson;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What every request's body must be, whichever REST it is sent to: one JSON value, not too deep, no name
 * twice, no character or number that would not survive.
 */
@Component
public class RequestBodyRules {

    /** What a body may put around a document: {@code packages} and its name, or {@code variables} and its name. */
    private static final int LEVELS_AROUND = 2;

    private final StrictJson documents;
    private final StrictJson bodies;

    RequestBodyRules(ContextLimits limits) {
        this.documents = new StrictJson(limits.maxNestingDepth());
        this.bodies = new StrictJson(limits.maxNestingDepth() + LEVELS_AROUND);
    }

    /** The first fault of a body that holds documents, among other things. */
    public Optional<FieldError> fault(byte[] body) {
        return bodies.fault(body).map(StrictJson.Fault::inBody);
    }

    /** The first fault of a body that is itself a document. */
    public Optional<FieldError> faultOfDocument(byte[] body) {
        return documents.fault(body).map(StrictJson.Fault::inBody);
    }
}
