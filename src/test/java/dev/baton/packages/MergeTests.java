package dev.baton.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTests {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Test
    void anUnchangedFieldKeepsTheLatestValue() {
        assertThat(merged("{'offer':'old'}", "{'offer':'new'}", "{'offer':'old'}"))
                .isEqualTo(json("{'offer':'new'}"));
    }

    @Test
    void aFieldTheFormDoesNotShowSurvives() {
        assertThat(merged("{'a':1,'hidden':2}", "{'a':1,'hidden':2}", "{'a':3}"))
                .isEqualTo(json("{'a':3,'hidden':2}"));
    }

    @Test
    void aChangedFieldTakesTheSubmittedValue() {
        assertThat(merged("{'a':['x']}", "{'a':['x'],'b':1}", "{'a':['x','y']}"))
                .isEqualTo(json("{'a':['x','y'],'b':1}"));
    }

    @Test
    void aNewFieldIsAdded() {
        assertThat(merged("{}", "{}", "{'a':{'b':true}}")).isEqualTo(json("{'a':{'b':true}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'  '", "[]", "{}"})
    void anEmptyAnswerWhereNothingWasChangesNothing(String empty) {
        assertThat(merged("{}", "{}", "{'a':" + empty + "}")).isEqualTo(json("{}"));
        assertThat(merged("{}", "{'a':'theirs'}", "{'a':" + empty + "}")).isEqualTo(json("{'a':'theirs'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'  '", "[]", "{}"})
    void anEmptyAnswerWhereSomethingWasRemovesIt(String empty) {
        assertThat(merged("{'a':'old'}", "{'a':'old','b':1}", "{'a':" + empty + "}"))
                .isEqualTo(json("{'b':1}"));
    }

    @Test
    void noIsAnAnswer() {
        assertThat(merged("{'tested':true}", "{'tested':true}", "{'tested':false}"))
                .isEqualTo(json("{'tested':false}"));
        assertThat(merged("{}", "{}", "{'count':0}")).isEqualTo(json("{'count':0}"));
    }

    @Test
    void aFieldBothChangedIsAConflictWithAllThreeValues() {
        Merge.Result result =
                Merge.of(json("{'a':'old','b':1}"), json("{'a':'theirs','b':2}"), json("{'a':'mine','b':1}"));

        assertThat(result)
                .isEqualTo(new Merge.Conflict(List.of(new Merge.Clash(
                        "a",
                        json("{'v':'old'}").get("v"),
                        json("{'v':'theirs'}").get("v"),
                        json("{'v':'mine'}").get("v")))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'a':'old'} | {'a':'theirs'} | {'a':''}
                    {'a':'old'} | {}             | {'a':'mine'}
                    {}          | {'a':'theirs'} | {'a':'mine'}
                    {'a':[1]}   | {'a':[1,2]}    | {'a':[1,3]}
                    """)
    void removingOrAddingAgainstAnotherChangeIsAConflictToo(String shown, String latest, String submitted) {
        assertThat(Merge.of(json(shown), json(latest), json(submitted))).isInstanceOf(Merge.Conflict.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'a':'old'} | {'a':'same'} | {'a':'same'} | {'a':'same'}
                    {'a':'old'} | {}           | {'a':null}   | {}
                    {'a':3}     | {'a':3}      | {'a':3.0}    | {'a':3}
                    {'a':[{'n':3}]} | {'a':[{'n':4}]} | {'a':[{'n':3.00}]} | {'a':[{'n':4}]}
                    """)
    void whatSaysTheSameIsNoChange(String shown, String latest, String submitted, String expected) {
        assertThat(merged(shown, latest, submitted)).isEqualTo(json(expected));
    }

    @Test
    void textThatLooksLikeANumberIsNotThatNumber() {
        assertThat(merged("{'a':3}", "{'a':3}", "{'a':'3'}")).isEqualTo(json("{'a':'3'}"));
    }

    @Test
    void theInputsStayAsTheyWere() {
        ObjectNode shown = json("{'a':{'b':1}}");
        ObjectNode latest = json("{'a':{'b':1}}");
        ObjectNode submitted = json("{'a':{'b':2}}");

        ObjectNode document = ((Merge.Merged) Merge.of(shown, latest, submitted)).document();
        document.withObject("/a").put("b", 9);

        assertThat(latest).isEqualTo(json("{'a':{'b':1}}"));
        assertThat(submitted).isEqualTo(json("{'a':{'b':2}}"));
    }

    private static ObjectNode merged(String shown, String latest, String submitted) {
        Merge.Result result = Merge.of(json(shown), json(latest), json(submitted));
        assertThat(result).isInstanceOf(Merge.Merged.class);
        return ((Merge.Merged) result).document();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
