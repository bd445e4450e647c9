package dev.baton.contract;

/**
 * One required answer that is not there, said so that the person who fills it knows what to write and why.
 *
 * @param message what is wrong, in one sentence that names the label
 * @param goodAnswer what a good answer looks like, in one sentence
 */
public record Gap(
        String packageName,
        String field,
        String label,
        Problem problem,
        String message,
        String goodAnswer,
        String risk,
        String reason,
        String filledBy,
        String example) {

    static Gap of(Requirement requirement, Finding finding) {
        return new Gap(
                requirement.packageName(),
                requirement.field(),
                requirement.label(),
                finding.problem(),
                finding.about(requirement.label()),
                advice(requirement),
                requirement.risk(),
                requirement.reason(),
                requirement.filledBy(),
                requirement.example());
    }

    /** Where the rule asks for words, a limit or a keyword, an example says more than the rule. */
    private static String advice(Requirement requirement) {
        Rule rule = requirement.rule();
        boolean anyWords =
                rule.shape().anyWords() && rule.conditions().stream().noneMatch(Condition::describesAnAnswer);
        return anyWords
                ? "A good answer reads like this: “%s”"
                        .formatted(requirement.example().replace("\n", "; "))
                : "A good answer: %s.".formatted(rule.goodAnswer());
    }
}
