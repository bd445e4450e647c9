package dev.baton.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people write: what holds the place of an answer, where a sentence ends, what can be measured. */
class WordingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TBD",
                "tbd.",
                "T.B.D.",
                "TBA",
                "tbc",
                "to be defined",
                "To Do",
                "n/a",
                "N/A",
                "na",
                "n.a.",
                "?",
                "???",
                "-",
                "--",
                "—",
                "…",
                "...",
                "x",
                "XXX",
                "Lorem ipsum dolor sit amet",
                "[insert audience here]",
                "<name>",
                "{{audience}}",
                "Key message",
                "Key message:",
                "key message :",
                "keyMessage",
                "Audience:",
                "Key message: TBD",
                "Goal: ?",
                " ",
                "\n\t",
                "\u00a0",
                "pending",
                "to be confirmed",
                "n/a - tbd:",
                "Don’t know"
            })
    void holdsThePlaceOfAnAnswer(String text) {
        assertThat(Placeholders.is(text, "keyMessage", "Key message")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "None",
                "No",
                "Yes",
                "5",
                "We launch in TBD-free style",
                "Message: know Saturday on Thursday",
                "https://brand.tally.example",
                "Nap time for cafés",
                "X marks the spot",
                "Note: see below: prices",
                "Naples",
                "Key message for café owners"
            })
    void isAnAnswer(String text) {
        assertThat(Placeholders.is(text, "keyMessage", "Key message")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | Know Saturday on Thursday
            1 | Know Saturday on Thursday.
            2 | Know Saturday! Order on Thursday?
            1 | We sell to cafés, e.g. in Graz, i.e. to owners vs. chains etc. in Austria.
            1 | The U.S. market grew 3.5% by Jan. 5 at approx. 10 a.m. on tally.example.
            2 | It grew 3.5%. We follow.
            1 | Dr. Ruiz and St. Gallen agree.
            2 | He said “yes.” She agreed.
            3 | One... Two?! Three.
            1 | wait... what
            3 | - First point\\n- Second point\\n- Third point
            1 | a line that\\nwas wrapped.
            0 | ' '
            """)
    void countsSentencesAsAReaderDoes(int sentences, String text) {
        assertThat(Sentences.count(text.replace("\\n", "\n"))).isEqualTo(sentences);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Win 300 trial sign-ups by 31 May 2027",
                "300 trials until the end of May",
                "Raise sign-ups by 20% within 30 days",
                "Double trial sign-ups this quarter",
                "Grow demo requests from 40 to 60 per month",
                "2,000 subscribers by Q3 2027",
                "Fifty new customers in the first week after launch",
                "Cut response time to 2 days by June",
                "15 % more donors before Christmas",
                "30 posts in 30 days",
                "1.5M impressions by 2027-06-30",
                "Reach €45 per sign-up in FY27",
                "By April 30 every one of the 200 demo requests shows up in the CRM",
                "Increase CTR to 3.5% in 6 weeks"
            })
    void canBeMeasured(String objective) {
        assertThat(Measures.measurable(objective)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Raise awareness",
                "Raise awareness by June",
                "Raise awareness in Q3 2027",
                "Raise awareness by 30 June 2027",
                "Raise awareness in 3 months",
                "Raise awareness by 2027-06-30",
                "Win 300 sign-ups",
                "Be number one",
                "More trials soon"
            })
    void cannotBeMeasured(String objective) {
        assertThat(Measures.measurable(objective)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-02-12_spring-launch_hero_v3.psd               | 2027-02-12 | spring launch hero | 3
            20270212-SpringLaunch-v02.png                      | 2027-02-12 | SpringLaunch       | 02
            spring_launch_v1.2_2027.02.12                      | 2027-02-12 | spring launch      | 1.2
            https://drive.example/a/2027_02_12 spring V4.pdf?x | 2027-02-12 | spring             | 4
            Frühling 2027-02-12 Version 2.docx                 | 2027-02-12 | Frühling           | 2
            """)
    void readsDateProjectAndVersionFromAFileName(String name, String date, String project, String version) {
        assertThat(AssetName.parse(name)).hasValueSatisfying(asset -> {
            assertThat(asset.date()).hasToString(date);
            assertThat(asset.project()).isEqualTo(project);
            assertThat(asset.version()).isEqualTo(version);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hero.psd",
                "hero_final_FINAL.psd",
                "2027-02-12_hero.psd",
                "spring_v3.psd",
                "2027-02-12_v3.psd",
                "2027-02-30_spring_v3.psd",
                "2027-13-01_spring_v3.psd",
                "2027-02-12_spring_v.psd",
                ""
            })
    void knowsAFileNameThatTellsTooLittle(String name) {
        assertThat(AssetName.parse(name)).isEmpty();
    }
}
