package dev.baton.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.Json;
import org.junit.jupiter.api.Test;

class FormQuestionTests {

    @Test
    void aQuestionInAGroupKnowsItsPathAndWhatHidesIt() throws Exception {
        var questions = FormQuestion.of(Json.MAPPER.readTree("""
                {"components": [
                  {"type": "text", "text": "Read this first"},
                  {"type": "group", "path": "raci", "conditional": {"hide": "=a = 1"}, "components": [
                    {"type": "textfield", "key": "accountable", "label": "Who answers for it",
                     "conditional": {"hide": "=b = 2"}},
                    {"type": "expression", "key": "informed"}]}]}
                """));

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.path()).isEqualTo("raci.accountable");
            assertThat(question.label()).isEqualTo("Who answers for it");
            assertThat(question.hiddenWhen()).containsExactly("a = 1", "b = 2");
        });
    }

    @Test
    void aDateMayHaveALabelOfItsOwnKindOnly() throws Exception {
        var questions = FormQuestion.of(Json.MAPPER.readTree("""
                {"components": [
                  {"type": "datetime", "key": "needBy", "dateLabel": "Needed by"},
                  {"type": "textfield", "key": "campaign"}]}
                """));

        assertThat(questions).extracting(FormQuestion::label).containsExactly("Needed by", "campaign");
    }
}
