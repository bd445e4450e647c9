package dev.baton.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.shared.Json;
import org.junit.jupiter.api.Test;

class ServedWidgetsTests {

    @Test
    void aDayIsATextFieldThatKeepsWhatTheFormSaysAboutIt() throws Exception {
        assertThat(ServedWidgets.of(form("""
                {"type": "datetime", "subtype": "date", "id": "field_launchDate", "key": "launchDate",
                 "dateLabel": "Launch date", "description": "The day the audience sees it.",
                 "validate": {"required": true}, "disallowPassedDates": true,
                 "conditional": {"hide": "=a = 1"}, "layout": {"row": "Row_1", "columns": 8}}
                """))).isEqualTo(form("""
                {"type": "textfield", "id": "field_launchDate", "key": "launchDate",
                 "label": "Launch date", "description": "The day the audience sees it.",
                 "validate": {"required": true}, "properties": {"widget": "date"},
                 "conditional": {"hide": "=a = 1"}, "layout": {"row": "Row_1", "columns": 8}}
                """));
    }

    @Test
    void aMomentOfADayIsLeftAlone() throws Exception {
        var form = form("""
                {"type": "datetime", "subtype": "time", "id": "field_at", "key": "at", "timeLabel": "At"}
                """);

        assertThat(ServedWidgets.of(form)).isEqualTo(form);
    }

    @Test
    void aNumberIsATextFieldThatRemembersItsBounds() throws Exception {
        assertThat(ServedWidgets.of(form("""
                {"type": "number", "id": "field_share", "key": "share", "label": "Done", "decimalDigits": 0,
                 "validate": {"required": true, "min": 0, "max": 100}, "appearance": {"suffixAdorner": "%"}}
                """))).isEqualTo(form("""
                {"type": "textfield", "id": "field_share", "key": "share", "label": "Done",
                 "validate": {"required": true}, "appearance": {"suffixAdorner": "%"},
                 "properties": {"widget": "number", "decimalDigits": "0", "min": "0", "max": "100"}}
                """));
    }

    @Test
    void aProcessThatReadsItsOwnAnswersGetsItsNumbersAsNumbers() throws Exception {
        var number = """
                {"type": "number", "id": "field_hours", "key": "hours"}""";

        assertThat(ServedWidgets.daysOnly(form(number))).isEqualTo(form(number));
    }

    private static JsonNode form(String component) throws JsonProcessingException {
        return Json.MAPPER.readTree("{\"components\": [" + component + "]}");
    }
}
