package dev.baton.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a number as a person types it: digits, and a point or a comma before the fraction; nothing else is guessed. */
final class TypedNumber {

    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,15}(?:[.,]\\d{1,15})?");
    /** 1.000 is a thousand to one reader and one to another. */
    private static final Pattern TWO_NUMBERS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

    private TypedNumber() {}

    static Optional<BigDecimal> of(JsonNode value) {
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue()) ? Optional.of(value.decimalValue()) : Optional.empty();
        }
        return value.isTextual() && DIGITS.matcher(value.textValue()).matches() && !isTwoNumbers(value)
                ? Optional.of(new BigDecimal(value.textValue().replace(',', '.')))
                : Optional.empty();
    }

    static boolean isTwoNumbers(JsonNode value) {
        return value.isTextual() && TWO_NUMBERS.matcher(value.textValue()).matches();
    }
}
