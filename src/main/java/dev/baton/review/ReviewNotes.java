package dev.baton.review;

import dev.baton.camunda.VariableGuard;
import dev.baton.camunda.VariableWrite;
import org.springframework.stereotype.Component;

/** What is remembered of an open review leaves no history of its own: the journal tells people. */
@Component
class ReviewNotes implements VariableGuard {

    @Override
    public void onWrite(VariableWrite write) {
        // Whoever writes a note has been judged by the other guards.
    }

    @Override
    public boolean isWorthHistory(String variable) {
        return !Reviews.NOTES.contains(variable);
    }
}
