package dev.baton.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an answer does not count. */
public enum Problem {
    MISSING,
    PLACEHOLDER,
    RULE_NOT_MET,
    WRONG_TYPE;

    /** The word on the wire, as in rule-not-met. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
