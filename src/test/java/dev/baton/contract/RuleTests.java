package dev.baton.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the vocabulary, with the answers it takes and the ones it does not. */
class RuleTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = "GOOD";

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            text ¦ "Café owners" ¦ GOOD
            text ¦ ["Café owners", "Bakers"] ¦ GOOD
            text ¦ {"journey": "read the report", "interests": "waste"} ¦ GOOD
            text ¦ 42 ¦ WRONG_TYPE
            text ¦ true ¦ WRONG_TYPE
            text ¦ "TBD" ¦ PLACEHOLDER
            text ¦ "   " ¦ PLACEHOLDER
            text ¦ ["Café owners", "tbd"] ¦ PLACEHOLDER
            text ¦ ["Café owners", ""] ¦ PLACEHOLDER
            text ¦ {"journey": "?"} ¦ PLACEHOLDER
            number ¦ 0 ¦ GOOD
            number ¦ 72.5 ¦ GOOD
            number ¦ "72" ¦ WRONG_TYPE
            number ¦ "n/a" ¦ PLACEHOLDER
            date ¦ "2027-03-02" ¦ GOOD
            date ¦ "2027-03-02T08:00:00Z" ¦ GOOD
            date ¦ "2027-03-02 10:00 CET" ¦ GOOD
            date ¦ "2027-03-02 (Tue)" ¦ GOOD
            date ¦ "2027-03-02 or 2027-03-09" ¦ RULE_NOT_MET
            date ¦ "2027-03-02 (TBC)" ¦ RULE_NOT_MET
            date ¦ "00/05/2027" ¦ RULE_NOT_MET
            date ¦ "2027-03-02 08:00" ¦ GOOD
            date ¦ "2027-03-02 8:00 am" ¦ GOOD
            date ¦ "2027-03-02 8 Uhr" ¦ GOOD
            date ¦ "2027-03-02T08:00+01:00[Europe/Berlin]" ¦ GOOD
            date ¦ "2027-03-02 08:00 or 2027-03-09" ¦ RULE_NOT_MET
            date ¦ "2027-03-02 08:00 TBC" ¦ RULE_NOT_MET
            date ¦ "2027-03-02Tbc" ¦ RULE_NOT_MET
            date ¦ "2027-03-02 9" ¦ RULE_NOT_MET
            date ¦ "2028-02-29" ¦ GOOD
            date ¦ "2027-02-29" ¦ RULE_NOT_MET
            date ¦ "2 March" ¦ RULE_NOT_MET
            date ¦ "2 March 2027" ¦ GOOD
            date ¦ "Tuesday, March 2nd, 2027" ¦ GOOD
            date ¦ "2. März 2027" ¦ GOOD
            date ¦ "1er mars 2027" ¦ GOOD
            date ¦ "02.03.2027" ¦ GOOD
            date ¦ "30/06/2027" ¦ GOOD
            date ¦ "6-30-2027" ¦ GOOD
            date ¦ "02/03/2027" ¦ RULE_NOT_MET
            date ¦ "11/30" ¦ RULE_NOT_MET
            date ¦ "March 2027" ¦ RULE_NOT_MET
            date ¦ "31 June 2027" ¦ RULE_NOT_MET
            date ¦ "2 to 4 March 2027" ¦ RULE_NOT_MET
            date ¦ "Launch on 2 March 2027" ¦ RULE_NOT_MET
            date; today or later ¦ "30 November 2026" ¦ RULE_NOT_MET
            date ¦ "tbc" ¦ PLACEHOLDER
            date ¦ 20270302 ¦ WRONG_TYPE
            date; today or later ¦ "2026-12-01" ¦ GOOD
            date; today or later ¦ "2026-11-30" ¦ RULE_NOT_MET
            link ¦ "https://drive.example/brand" ¦ GOOD
            link ¦ "Brand book: www.tally.example/book, page 4" ¦ GOOD
            link ¦ "figma.com/file/x" ¦ GOOD
            link ¦ "on the shared drive" ¦ RULE_NOT_MET
            link ¦ ["https://a.example", "on the drive"] ¦ RULE_NOT_MET
            yes ¦ true ¦ GOOD
            yes ¦ "Yes, clicked all 12 links on 1 March" ¦ GOOD
            yes ¦ false ¦ RULE_NOT_MET
            yes ¦ "no" ¦ RULE_NOT_MET
            yes ¦ "yesterday" ¦ RULE_NOT_MET
            yes ¦ "Tested on 3 phones" ¦ GOOD
            yes ¦ "✓" ¦ GOOD
            yes ¦ "✓ 12 links" ¦ GOOD
            yes ¦ "Ja, am 1. März" ¦ GOOD
            yes ¦ "Yes, but not the pixel" ¦ RULE_NOT_MET
            yes ¦ "To be tested" ¦ RULE_NOT_MET
            yes ¦ "Yes / No" ¦ RULE_NOT_MET
            yes ¦ "yes or no" ¦ RULE_NOT_MET
            yes ¦ "Y/N" ¦ RULE_NOT_MET
            yes ¦ "Ja/Nein" ¦ RULE_NOT_MET
            yes ¦ "oui / non" ¦ RULE_NOT_MET
            yes ¦ "✓/✗" ¦ PLACEHOLDER
            yes ¦ "Tested: no" ¦ RULE_NOT_MET
            yes ¦ "Tested: no, on Friday" ¦ RULE_NOT_MET
            yes ¦ "Tested? No." ¦ RULE_NOT_MET
            yes ¦ "Getestet: nein" ¦ RULE_NOT_MET
            yes ¦ "Tested: not on phones" ¦ RULE_NOT_MET
            yes ¦ "Done, not verified" ¦ RULE_NOT_MET
            yes ¦ "yes, not yet" ¦ RULE_NOT_MET
            yes ¦ "Done?" ¦ RULE_NOT_MET
            yes ¦ "Tested by Ana?" ¦ RULE_NOT_MET
            yes ¦ "complete: 40 %" ¦ RULE_NOT_MET
            yes ¦ "Done (90%)" ¦ RULE_NOT_MET
            yes ¦ "erledigt zu 40 %" ¦ RULE_NOT_MET
            yes ¦ "Yes, tested on 3 March" ¦ GOOD
            yes ¦ "Tested by Ana" ¦ GOOD
            yes ¦ "ja, geprüft" ¦ GOOD
            yes ¦ "Testé le 3 mars" ¦ GOOD
            yes ¦ "oui" ¦ GOOD
            yes ¦ "Tested, no errors" ¦ GOOD
            yes ¦ "Tested: no errors found" ¦ GOOD
            yes ¦ "Oui, pas d'erreur" ¦ GOOD
            yes ¦ "Yes, not a single event is lost" ¦ GOOD
            yes ¦ "Geprüft, Fehler gibt es nicht" ¦ GOOD
            yes ¦ "Tested? Yes, No. 4 too" ¦ RULE_NOT_MET
            yes ¦ "complete: 100 %" ¦ GOOD
            yes ¦ "Yes, the 20 % code works" ¦ RULE_NOT_MET
            yes ¦ "Tested with tally.example/?utm_source=email" ¦ GOOD
            yes ¦ "Tested not by us" ¦ RULE_NOT_MET
            yes ¦ "Complete: 40 %" ¦ RULE_NOT_MET
            yes ¦ "Complete: 100 %" ¦ GOOD
            yes ¦ "Tested: no errors" ¦ GOOD
            yes ¦ "Yes, no errors found" ¦ GOOD
            yes ¦ "Yes, not a single broken link" ¦ GOOD
            yes ¦ "Tested by Noor on 3 March" ¦ GOOD
            yes ¦ "Oui, testé le 3 mars" ¦ GOOD
            yes ¦ "TBD" ¦ PLACEHOLDER
            yes ¦ 1 ¦ WRONG_TYPE
            yes or no ¦ false ¦ GOOD
            yes or no ¦ "no" ¦ GOOD
            yes or no ¦ "maybe" ¦ RULE_NOT_MET
            yes or no ¦ [] ¦ WRONG_TYPE
            one of email, social ¦ "Email" ¦ GOOD
            one of email, social ¦ "fax" ¦ RULE_NOT_MET
            one of email, social ¦ ["email"] ¦ WRONG_TYPE
            utm ¦ "va-covid_2021.05" ¦ GOOD
            utm ¦ ["facebook", "govdelivery"] ¦ GOOD
            utm ¦ "Spring-launch" ¦ RULE_NOT_MET
            utm ¦ "spring launch" ¦ RULE_NOT_MET
            utm ¦ "facebook,instagram" ¦ RULE_NOT_MET
            utm ¦ ["facebook", "Insta"] ¦ RULE_NOT_MET
            utm ¦ "tbd" ¦ PLACEHOLDER
            utm ¦ "facebook\\ninstagram" ¦ GOOD
            utm ¦ "Links inside VA.gov: va" ¦ GOOD
            utm ¦ "Links inside VA.gov: VA" ¦ RULE_NOT_MET
            utm ¦ 5 ¦ WRONG_TYPE
            list of text ¦ ["Milk runs out"] ¦ GOOD
            list of text ¦ "Milk runs out" ¦ GOOD
            list of text ¦ ["Milk runs out", "TBD"] ¦ PLACEHOLDER
            list of text ¦ 7 ¦ WRONG_TYPE
            list of name, date (date) ¦ [{"name": "Drafts", "date": "2027-02-05"}] ¦ GOOD
            list of name, date (date) ¦ [{"name": "Drafts", "date": "2027-02-05", "note": "in Berlin"}] ¦ GOOD
            list of name, date (date) ¦ [{"name": "Drafts"}] ¦ RULE_NOT_MET
            list of name, date (date) ¦ [{"name": "Drafts", "date": "soon"}] ¦ RULE_NOT_MET
            list of name, date (date) ¦ [{"name": "TBD", "date": "2027-02-05"}] ¦ PLACEHOLDER
            list of name, date (date) ¦ ["Drafts on 5 February"] ¦ RULE_NOT_MET
            list of name, date (date) ¦ "Drafts on 5 February" ¦ WRONG_TYPE
            list of what, order (number) ¦ [{"what": "Email", "order": "2"}] ¦ GOOD
            list of metric, target ¦ [{"metric": "Sign-ups", "target": 300}] ¦ GOOD
            list of metric, target ¦ [{"metric": "Sign-ups", "target": ""}] ¦ RULE_NOT_MET
            list of name, specification (with numbers) ¦ [{"name": "Blog post", "specification": "1,200 words, 5 headers"}] ¦ GOOD
            list of name, specification (with numbers) ¦ [{"name": "Blog post", "specification": "three examples"}] ¦ GOOD
            list of name, specification (with numbers) ¦ [{"name": "Blog post", "specification": "not too long"}] ¦ RULE_NOT_MET
            list of name (file name), version ¦ [{"name": "2027-02-12_spring_hero_v3.psd", "version": 3}] ¦ GOOD
            list of name (file name), version ¦ [{"name": "hero-final-final.psd", "version": 3}] ¦ RULE_NOT_MET
            record of date (date), held (yes) ¦ {"date": "2027-01-11", "held": true} ¦ GOOD
            record of date (date), held (yes) ¦ {"date": "2027-01-11", "held": false} ¦ RULE_NOT_MET
            record of date (date), held (yes) ¦ [{"date": "2027-01-11", "held": true}] ¦ WRONG_TYPE
            at most 3 sentences ¦ "One. Two. Three." ¦ GOOD
            at most 3 sentences ¦ "One. Two. Three. Four." ¦ RULE_NOT_MET
            at most 3 words ¦ "just three words" ¦ GOOD
            at most 3 words ¦ "this has four words" ¦ RULE_NOT_MET
            exactly one message ¦ "Know Saturday on Thursday." ¦ GOOD
            exactly one message ¦ ["Know Saturday on Thursday."] ¦ GOOD
            exactly one message ¦ ["Know Saturday", "Waste less"] ¦ RULE_NOT_MET
            exactly one message ¦ "- Know Saturday\\n- Waste less" ¦ RULE_NOT_MET
            exactly one message ¦ "Know Saturday\\non Thursday" ¦ GOOD
            exactly one message ¦ "One. Two. Three. Four." ¦ RULE_NOT_MET
            mentions one of buffer, slack ¦ ["Build by Monday", "Two buffer days"] ¦ GOOD
            mentions one of buffer, slack ¦ "Build by Monday" ¦ RULE_NOT_MET
            mentions one of low, miss ¦ "If it breaks, we follow the runbook" ¦ RULE_NOT_MET
            mentions one of low, miss ¦ "With permission of legal" ¦ RULE_NOT_MET
            mentions one of low, miss ¦ "If we missed the target" ¦ GOOD
            mentions one of low, miss ¦ "Where numbers are low: more budget" ¦ GOOD
            mentions one of puffer ¦ "Zwei Tage Zeitpuffer" ¦ GOOD
            mentions one of breaks ¦ {"ifItBreaks": "static copy"} ¦ GOOD
            mentions one of low, miss, down ¦ "We follow the countdown with permission and submit" ¦ RULE_NOT_MET
            mentions one of low, miss, down ¦ "Our mission: download the lowercase logo" ¦ RULE_NOT_MET
            mentions one of low ¦ "Lower than planned" ¦ GOOD
            mentions one of miss ¦ "The target is missed" ¦ GOOD
            mentions one of down ¦ "The page (down for an hour)" ¦ GOOD
            mentions one of panne ¦ "Bei Pannen hilft Ana" ¦ GOOD
            mentions one of not work ¦ "If links are not working" ¦ GOOD
            text; measurable; at most 2 sentences ¦ "Win 300 trials by May." ¦ GOOD
            text; measurable; at most 2 sentences ¦ "Win trials." ¦ RULE_NOT_MET
            number; feel: value > 10 ¦ 11 ¦ GOOD
            number; feel: value > 10 ¦ 10 ¦ RULE_NOT_MET
            feel: value > 10 ¦ "eleven" ¦ WRONG_TYPE
            """)
    void judges(String rule, String answer, String expected) throws JsonProcessingException {
        Finding finding = judge(rule, JSON.readTree(answer));

        assertThat(finding == null ? GOOD : finding.problem().name()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            2027-03-02 or 2027-03-09 ¦ says more than a day: write the day alone, such as 2027-03-02.
            2027-02-30 ¦ is no day in the calendar.
            00/05/2027 ¦ is no day in the calendar.
            05/06/2027 ¦ can be two days; write 2027-06-05 or 2027-05-06.
            """)
    void saysWhyATextNamesNoDay(String text, String why) {
        assertThat(DateParser.parse(text).fault()).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "txet",
                "list",
                "list of",
                "one of",
                "one of ,",
                "Text",
                "at most three sentences",
                "list of name date",
                "list of name (txet)",
                "list of name (date",
                "text; date",
                "as in keyMessage",
                "",
                " ; "
            })
    void refusesWhatItDoesNotKnow(String cell) {
        assertThatThrownBy(() -> rule(cell))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void listsTheWholeVocabularyWhenItRefuses() {
        assertThatThrownBy(() -> rule("text; loud"))
                .hasMessage("“loud” is no rule. Known rules, to be joined by semicolons: text; number; date; yes;"
                        + " yes or no; utm; one of a, b, c; list of text; list of a, b (rule), c;"
                        + " record of a, b (rule), c; document; at most 3 sentences; at most 600 words;"
                        + " at most 5000 characters; exactly one message; measurable; with numbers; link; file name; mentions one of a, b, c;"
                        + " today or later; the launch date; not after the launch; after the launch; as in package.field; or from package.field;"
                        + " feel: an expression.");
    }

    @Test
    void handsOverWhatTheExpressionParserSays() {
        assertThatThrownBy(() -> rule("feel: value >")).hasMessageContaining("value >");
        assertThatThrownBy(() -> rule("text; feel:")).hasMessageContaining("an expression is missing");
    }

    @Test
    void namesRowAndColumnOfAProblemInAList() throws JsonProcessingException {
        Finding finding = judge(
                "list of name, acceptanceCriteria",
                JSON.readTree("[{\"name\":\"Email\",\"acceptanceCriteria\":\"renders\"},{\"name\":\"Blog post\"}]"));

        assertThat(requireNonNull(finding).about("Deliverables"))
                .isEqualTo("Deliverables (row 2 “Blog post”, acceptance criteria): this part is still empty.");
    }

    @Test
    void tellsAllThatIsWrongInAListAtOnce() throws JsonProcessingException {
        Finding finding = judge("list of name, specification (with numbers), owner", JSON.readTree("""
                        [{"name": "Ad", "specification": "300x250"}, {"name": "Banner", "specification": "wide"},
                         {"specification": "600x150"}]
                        """));

        assertThat(requireNonNull(finding).about("Deliverables"))
                .isEqualTo("Deliverables (all 3 rows, owner): this part is still empty."
                        + " Row 2 “Banner”, specification: there is no number in it."
                        + " Row 3, name: this part is still empty.");
    }

    @Test
    void tellsAFewKindsOfFaultsAndCountsTheRest() throws JsonProcessingException {
        Finding finding = judge("list of name, date (date)", JSON.readTree("""
                        [{"name": "A", "date": "11/30"}, {"name": "B", "date": "12/01"}, {"name": "C", "date": "12/02"},
                         {"name": "D", "date": "12/03"}, {"name": "E", "date": "12/04"}]
                        """));

        assertThat(requireNonNull(finding).what()).endsWith(" 2 more like these.");
    }

    @Test
    void tellsAllThatIsWrongInARecordAtOnce() throws JsonProcessingException {
        Finding finding = judge(
                "record of date (date), held (yes), understandingConfirmed (yes)",
                JSON.readTree("{\"date\": \"2027-01-11\"}"));

        assertThat(requireNonNull(finding).about("Kickoff call"))
                .isEqualTo("Kickoff call (held and understanding confirmed): this part is still empty.");
    }

    @Test
    void suggestsTheTidyTrackingValue() throws JsonProcessingException {
        Finding finding = judge("utm", JSON.readTree("\" Summer Sale/DE \""));

        assertThat(requireNonNull(finding).what())
                .isEqualTo("“Summer Sale/DE” would split your reports; write summer-sale-de.");
    }

    private static Rule rule(String cell) {
        return new Vocabulary(new FakeExpressions()).parse(cell);
    }

    private static @Nullable Finding judge(String rule, JsonNode answer) {
        Situation situation =
                new Situation(Complexity.SIMPLE, ExecutionParty.INTERNAL, null, LocalDate.of(2026, 12, 1));
        Question question = new Question("field", "Label", JSON.createObjectNode(), Map.of(), situation, Shipped.WORDS);
        return rule(rule).judge(answer, question);
    }
}
