package dev.baton.web;

import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The version of a package that a caller has seen, as the If-Match header says it. */
record SeenVersion(@Nullable String ifMatch) {

    private static final Pattern ETAG = Pattern.compile("\"?(\\d{1,9})\"?");

    /** A star stands for the latest, whatever it is. */
    int number(IntSupplier latest) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refused(
                    ProblemKind.VERSION_NEEDED,
                    "Say which version you have changed: send the ETag of GET as If-Match, such as If-Match: \"3\".");
        }
        if (ifMatch.strip().equals("*")) {
            return latest.getAsInt();
        }
        var etag = ETAG.matcher(ifMatch.strip());
        if (!etag.matches()) {
            throw Refused.field(
                    HttpHeaders.IF_MATCH,
                    "If-Match is the ETag of a version, such as \"3\": send the one that GET gave you.");
        }
        return Integer.parseInt(etag.group(1));
    }
}
