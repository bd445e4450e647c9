package dev.baton.contract;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One answer a package must hold: which field, when, by which rule, and the words that explain it to a marketer.
 * The field {@value #WHOLE_DOCUMENT} stands for the package as a whole; no campaign types means every campaign.
 *
 * @param section what stands above the field in a form, as Markdown; mostly empty
 * @param singleLine whether a form gives words one line instead of several
 */
public record Requirement(
        String packageName,
        String field,
        Set<String> campaignTypes,
        String label,
        Level level,
        @Nullable Boundary holdsBack,
        Rule rule,
        String reason,
        String risk,
        String filledBy,
        String example,
        String section,
        boolean singleLine) {

    /** What holds work back comes first, then what every campaign needs, then what only some need. */
    static final Comparator<Requirement> WORST_FIRST = Comparator.comparing(
                    Requirement::holdsBack, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Requirement::level);

    public static final String WHOLE_DOCUMENT = "*";

    public boolean wholeDocument() {
        return field.equals(WHOLE_DOCUMENT);
    }

    /**
     * What a good answer looks like, in one sentence. Where the rule asks for words, a limit or a keyword, an example says
     * more than the rule.
     */
    public String goodAnswer() {
        boolean anyWords =
                rule.shape().anyWords() && rule.conditions().stream().noneMatch(Condition::describesAnAnswer);
        return anyWords
                ? "A good answer reads like this: “%s”".formatted(example.replace("\n", "; "))
                : "A good answer: %s.".formatted(rule.goodAnswer());
    }

    /** How a form asks for it. */
    public Input input() {
        return Input.of(this);
    }

    /** A key as a heading: {@code acceptanceCriteria} is "Acceptance criteria". */
    public static String titled(String key) {
        var spoken = AnswerText.spoken(key);
        return spoken.substring(0, 1).toUpperCase(Locale.ROOT) + spoken.substring(1);
    }

    /** How long an answer may be: what the rule says, else the usual. */
    Conditions.AtMostCharacters limit() {
        return rule.conditions().stream()
                .filter(Conditions.AtMostCharacters.class::isInstance)
                .map(Conditions.AtMostCharacters.class::cast)
                .findFirst()
                .orElse(Conditions.AtMostCharacters.DEFAULT);
    }

    /** Whether the answer is the launch date of the handoff, so that nobody is asked where the handoff has one. */
    public boolean isLaunchDate() {
        return rule.conditions().contains(new Conditions.ToLaunch(Conditions.ToLaunch.Side.SAME));
    }

    boolean appliesTo(String campaignType) {
        return campaignTypes.isEmpty() || campaignTypes.contains(campaignType);
    }

    String name() {
        return packageName + "." + field;
    }
}
