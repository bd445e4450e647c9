package dev.baton.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers that would fit every campaign, or that point to where nobody can look: "everyone", "the usual", "see attached". */
final class Hollow {

    private static final String NOBODY = "is nobody in particular; say who exactly.";
    private static final String INSIDERS = "is known only to those who were there; write it down.";
    private static final String SOMETIME = "is no time anybody can plan by; say when.";
    private static final String DANGLING = "leads nowhere from here; write it down or give a link.";

    private static final Map<String, String> PHRASES = phrases();

    /** One of these is in every pointer; looking for them first is cheap. */
    private static final List<String> POINTED_AT = List.of(
            "attach",
            "linked",
            "screenshot",
            "above",
            "below",
            "slide",
            "deck",
            "call",
            "chat",
            "slack",
            "mail",
            "anhang",
            "oben",
            "unten",
            "joint",
            "anbei");

    private static final Pattern POINTER =
            Pattern.compile("\\b(?:see|as (?:shown |described )?in|only in)\\s+(?:the |my |our |an? )?"
                    + "(?:attached|linked|attachments?|screenshots?|above|below|slides?|deck|call|chat|slack|mail|email thread)\\b"
                    + "|^(?:screenshot|attachment|attached|anbei)$|siehe (?:anhang|oben|unten|screenshot)"
                    + "|voir (?:pièce jointe|ci-joint)");

    /** A longer answer says something besides where to look. */
    private static final int WORDS_OF_A_POINTER = 10;

    private static final int LONGEST = 120;

    private Hollow() {}

    /** Null when the text says something, otherwise what is wrong with it. */
    static @Nullable Finding in(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        String plain = Placeholders.withoutEnd(text.strip());
        String lower = plain.toLowerCase(Locale.ROOT).replace('’', '\'');
        String why = pointsElsewhere(lower) ? DANGLING : PHRASES.get(lower);
        return why == null ? null : Finding.notMet("“" + Finding.shorten(plain) + "” " + why);
    }

    private static boolean pointsElsewhere(String lower) {
        return POINTED_AT.stream().anyMatch(lower::contains)
                && !lower.contains("://")
                && POINTER.matcher(lower).find()
                && Words.count(lower) <= WORDS_OF_A_POINTER;
    }

    private static Map<String, String> phrases() {
        Map<String, String> phrases = new HashMap<>();
        Set.of(
                        "everyone",
                        "everybody",
                        "anyone",
                        "anybody",
                        "all people",
                        "all",
                        "all of them",
                        "whoever",
                        "alle",
                        "jeder")
                .forEach(phrase -> phrases.put(phrase, NOBODY));
        Set.of("tous", "tout le monde").forEach(phrase -> phrases.put(phrase, NOBODY));
        Set.of("the usual", "as usual", "usual", "business as usual", "as always", "same as always", "same as usual")
                .forEach(phrase -> phrases.put(phrase, INSIDERS));
        Set.of(
                        "same as last time",
                        "like last time",
                        "same as last year",
                        "like last year",
                        "as discussed",
                        "as agreed")
                .forEach(phrase -> phrases.put(phrase, INSIDERS));
        Set.of("wie immer", "wie üblich", "wie besprochen", "wie gehabt", "comme d'habitude", "comme convenu")
                .forEach(phrase -> phrases.put(phrase, INSIDERS));
        Set.of("asap", "as soon as possible", "soon", "immediately", "whenever", "sometime", "at some point", "later")
                .forEach(phrase -> phrases.put(phrase, SOMETIME));
        Set.of("so bald wie möglich", "sobald wie möglich", "schnellstmöglich", "bald", "dès que possible", "bientôt")
                .forEach(phrase -> phrases.put(phrase, SOMETIME));
        return Map.copyOf(phrases);
    }
}
