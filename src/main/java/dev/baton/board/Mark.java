package dev.baton.board;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is shown at an element besides the element.
 *
 * @param badge a short text at its upper edge
 * @param tooltip a sentence for whoever points at it
 * @param heat from 0 to 1, as the fill of a shape
 */
record Mark(
        @Nullable State state,
        @Nullable String badge,
        @Nullable String tooltip,
        double heat) {

    enum State {
        PASSED("<circle r='6'/><path class='open' d='M-2.8 .2L-.8 2.4L3 -2.4'/>"),
        HERE("<circle class='ink' r='7'/><circle class='page' r='2.5'/>"),
        LATE("<circle r='8'/><path class='open' d='M0 -4.6V0L3.2 1.8'/>");

        private final String sign;

        State(String sign) {
            this.sign = sign;
        }
    }

    /** What is drawn at the element. */
    String sign() {
        return state == null ? "" : state.sign;
    }

    /** The class of what is marked, after others. */
    String look() {
        return state == null ? "" : " " + state.name().toLowerCase(Locale.ROOT);
    }

    /** The heat in tenths. */
    int degree() {
        return (int) Math.round(10 * Math.min(1, Math.max(0, heat)));
    }
}
