package dev.baton.workflow;

import dev.baton.people.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What an approval goes by when nobody says otherwise: execution made the work, and the expert and legal are asked. A no
 * to either must be said, so that nobody is left out because a question was forgotten.
 */
@Component
class ApprovalTerms implements Terms {

    private static final Set<String> NO = Set.of("no", "false");

    @Override
    public String process() {
        return ProcessKeys.APPROVAL;
    }

    @Override
    public void complete(DelegateExecution instance) {
        instance.setVariable(
                Variables.CREATOR_ROLE, Facts.role(instance, Variables.CREATOR_ROLE, Role.EXECUTION_OWNER.key()));
        for (var question : List.of(Variables.EXPERT_APPLIES, Variables.LEGAL_NEEDED)) {
            instance.setVariable(question, asks(Facts.find(instance, question).orElse("")));
        }
    }

    static boolean asks(String answer) {
        return !NO.contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
