package dev.baton.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"33; 33", "3,5; 3.5", "3.5; 3.5", "-2; -2", "0,125; 0.125", "1000; 1000", "12,34; 12.34"})
    void pointAndCommaBothBeginTheFraction(String typed, BigDecimal number) {
        assertThat(TypedNumber.of(TextNode.valueOf(typed))).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "33d", "1e1", " 33 ", "", "-", "3,", ",5", "0x10", "Infinity", "+3", "1 000", "3,5,1", "٣"
            })
    void nothingElseIsANumber(String typed) {
        assertThat(TypedNumber.of(TextNode.valueOf(typed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.000", "1,000", "12.500"})
    void aSeparatorOfThousandsIsNotGuessed(String typed) {
        assertThat(TypedNumber.of(TextNode.valueOf(typed))).isEmpty();
        assertThat(TypedNumber.isTwoNumbers(TextNode.valueOf(typed))).isTrue();
    }

    @Test
    void aNumberThatIsNoneIsNone() {
        assertThat(TypedNumber.of(DoubleNode.valueOf(Double.NaN))).isEmpty();
    }
}
