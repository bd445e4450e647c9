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
        assertThat(NonAnswers.is(text, Question.alone("keyMessage", "Key message", Shipped.WORDS)))
                .isTrue();
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
        assertThat(NonAnswers.is(text, Question.alone("keyMessage", "Key message", Shipped.WORDS)))
                .isFalse();
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
            1 | Wir werben bis zum 30. Juni um Cafés, z. B. in Graz, d. h. um ca. 20 Betriebe inkl. Filialen.
            2 | Wir wollen 300. Dann hören wir auf.
            2 | « On prévoit samedi dès jeudi. » C’est tout.
            2 | We sell in the U.S. and the E.U. today. J. K. Ortiz from Acme Inc. leads it.
            3 | Öffnungszeiten? Egal! Wir liefern.
            3 | - First point\\n- Second point\\n- Third point
            1 | a line that\\nwas wrapped.
            0 | ' '
            """)
    void countsSentencesAsAReaderDoes(int sentences, String text) {
        assertThat(SentenceCounter.count(text.replace("\\n", "\n"), Shipped.WORDS))
                .isEqualTo(sentences);
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
                "Increase CTR to 3.5% in 6 weeks",
                "Increase CTR by 3.5% by June",
                "Twenty percent more donors by Mother's Day",
                "Double newsletter sign-ups within six weeks of launch",
                "EUR 40k in pre-orders by end of Q2 2027",
                "EUR40k by EOY",
                "1.2m impressions and 50-60 demo requests before Black Friday",
                "By Valentine’s Day: +15 pp aided recall",
                "By 30/06/2027, 300 people may have signed up",
                "Sell 2,030 tickets by 11/30",
                "50,000 USD, raised between 12/3 and 12/20",
                "300 sign-ups 2027",
                "A quarter of all donors give again this year",
                "A third fewer no-shows by fall 2027",
                "H1/27: 80 new retail partners",
                "Cut the time to first reply to 2 hours by 1 May",
                "Bis zum 30. Juni 2027 gewinnen wir zweihundert Probekunden",
                "Anmeldungen bis Ende März verdoppeln",
                "20 Prozent mehr Spenden in der KW 48",
                "Doubler les inscriptions d’ici fin juin",
                "Gagner vingt partenaires en six semaines",
                "1 500 ventes avant la rentrée"
            })
    void canBeMeasured(String objective) {
        assertThat(Measurability.told(objective, Shipped.WORDS)).isEqualTo(new Measurability.Told(true, true));
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
                "More trials soon",
                "Be number one by June",
                "Become the no. 1 in Austria by 2028",
                "Be the one café people name by summer",
                "Raise awareness of COVID-19 by June",
                "Grow our B2B audience by Q3",
                "24/7 support by June",
                "A 360° campaign in May 2027",
                "Launch the 2nd wave by June",
                "Raise awareness in the second half of 2027",
                "Raise awareness within the next 3 months, by June",
                "Third-party reviews by June",
                "300 people may sign up",
                "Bekanntheit bis Ende März steigern",
                "Zweihundert Probekunden gewinnen",
                "Plus de notoriété d’ici fin juin 2027",
                "Leipzig ist unsere einzige Messe im Mai"
            })
    void cannotBeMeasured(String objective) {
        assertThat(Measurability.told(objective, Shipped.WORDS)).isNotEqualTo(new Measurability.Told(true, true));
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
