package dev.baton.web;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.baton.camunda.UnreadableJson;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Valid JSON that an endpoint does not take. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Refused inWords(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof MismatchedInputException mismatch) {
            var wrong = UnreadableJson.inWords(mismatch);
            return Refused.field(wrong.field(), wrong.message());
        }
        return Refused.field("body", "Send a JSON object as the body.");
    }
}
