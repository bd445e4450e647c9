package dev.baton.contract;

import java.util.HashMap;
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

    private static final Pattern POINTER = Pattern.compile(
            "\\b(?:see|as (?:shown |described )?in|only in)\\s+(?:the |my |our |an? )?"
                    + "(?:attached|linked|attachments?|screenshots?|above|below|slides?|deck|call|chat|slack|mail|email thread)\\b"
                    + "|^(?:screenshot|attachment|attached|anbei)$|\\b(?:siehe (?:anhang|oben|unten|screenshot)|voir (?:pièce jointe|ci-joint))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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
        String why = PHRASES.get(plain.toLowerCase(Locale.ROOT).replace('’', '\''));
        if (why == null && pointsElsewhere(plain)) {
            why = DANGLING;
        }
        return why == null ? null : Finding.notMet("“" + Finding.shorten(plain) + "” " + why);
    }

    private static boolean pointsElsewhere(String text) {
        return text.indexOf("://") < 0 && POINTER.matcher(text).find() && Words.count(text) <= WORDS_OF_A_POINTER;
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
