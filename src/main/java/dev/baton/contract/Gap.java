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
                requirement.goodAnswer(),
                requirement.risk(),
                requirement.reason(),
                requirement.filledBy(),
                requirement.example());
    }
}
