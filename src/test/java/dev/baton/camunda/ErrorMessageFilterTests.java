package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMessageFilterTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cannot submit task form 4711: Give a reason.                               | Give a reason.
            Cannot instantiate process definition transfer:1:4711: Give a business key. | Give a business key.
            Cannot deliver message: Nobody waits.                                      | Nobody waits.
            ENGINE-17006 Cannot set it: too late.                                      | Cannot set it: too late.
            org.camunda.bpm.engine.MismatchingMessageCorrelationException: Nobody waits. | Nobody waits.
            Cannot convert value 'x' to java type java.lang.Short                      | Cannot convert value 'x' to Short
            Give a date: 2027-03-31.                                                   | Give a date: 2027-03-31.
            """)
    void aRefusalIsTheSentenceAlone(String message, String sentence) {
        assertThat(ErrorMessageFilter.sentence(message)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The user with id 'maria' does not have one of the following permissions: 'TASK_ASSIGN' permission on resource"
                        + " 'e581' of type 'Task' or 'UPDATE_TASK' permission on resource 'transfer' of type 'ProcessDefinition'",
                "The user with id 'maria' does not have 'READ' permission on resource 'e581' of type 'Task'.",
                "Required admin authenticated group or user or any of the following permissions: READ_HISTORY"
            })
    void aMissingRightIsToldWithoutTheEnginesWords(String message) {
        assertThat(ErrorMessageFilter.sentence(message)).isEqualTo(Refusal.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "null"})
    void aRefusalIsNeverEmpty(String message) {
        assertThat(ErrorMessageFilter.sentence(message)).isNotBlank().isNotEqualTo(message);
    }
}
