package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityTests {

    private static final String ID = "year-end-drive-2027";
    private static final String CAMPAIGN = "Year-end giving drive";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year-end-drive-2O27",
                "yearend-drive-2027",
                "Year end drive 2027",
                "year-end giving",
                "the giving campaign",
                "drive",
                "YEAR-END-DRIVE"
            })
    void whoeverMisspellsOrRemembersHalfCouldMeanIt(String written) {
        assertThat(Similarity.of(written, ID, CAMPAIGN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring-launch", "x", "the end", "web", "2O28", "a-b-c"})
    void somethingElseIsNotLikeIt(String written) {
        assertThat(Similarity.of(written, ID, CAMPAIGN)).isFalse();
    }

    @Test
    void aShortNameIsMissedByTwoLettersAtMost() {
        assertThat(Similarity.of("q1", "q2", "Second quarter")).isTrue();
        assertThat(Similarity.of("sprng", "spring", "Spring")).isTrue();
        assertThat(Similarity.of("winter", "spring", "Spring")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"abc,abc,0", "abc,abd,1", "abc,ab,1", "abc,xabc,1", "kitten,sitting,3", "'',abc,3", "abc,'',3"})
    void slipsAreLettersPutInLeftOutOrChanged(String one, String other, int slips) {
        assertThat(Similarity.slips(one, other)).isEqualTo(slips);
    }
}
