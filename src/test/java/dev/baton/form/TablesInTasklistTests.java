package dev.baton.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import dev.baton.harness.Brief;
import dev.baton.harness.People;
import dev.baton.harness.Scenario;
import dev.baton.harness.Walk;
import dev.baton.packages.ContextStore;
import dev.baton.shared.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists with columns, as people fill them in: by keyboard, from a spreadsheet, from Markdown, from Word, and as plain lines. */
@BrowserTest
class TablesInTasklistTests {

    private static final String DELIVERABLES = "executionBrief_deliverables";
    private static final String MILESTONES = "executionBrief_milestones";

    private static final Map<String, String> EMAIL = Map.of(
            "name", "Launch email",
            "specification", "180 words",
            "acceptanceCriteria", "It names Saturday",
            "owner", "Lena");
    private static final Map<String, String> BLOG = Map.of(
            "name", "Blog post", "specification", "900 words", "acceptanceCriteria", "Ben likes it", "owner", "Ben");

    @Autowired
    private Scenario handoff;

    @Autowired
    private People people;

    @Autowired
    private ContextStore context;

    @BeforeEach
    void hire() {
        people.named("ruth", "final-approver");
    }

    @Test
    void rowsAreTypedAddedAndRemovedWithTheKeyboard(Tasklist tasklist) {
        write(tasklist, Map.of());

        tasklist.cell(DELIVERABLES, 1, 1).click();
        type(tasklist, "Launch email", "Tab", "180 words", "Tab", "It names Saturday", "Tab", "Lena", "Enter");
        assertThat(tasklist.cell(DELIVERABLES, 2, 1)).isFocused();
        type(tasklist, "Poster", "Tab", "A1", "Enter", "Blog post", "Tab", "900 words", "Tab", "Ben likes it", "Tab");
        type(tasklist, "Ben", "Tab");
        assertThat(tasklist.table(DELIVERABLES).getByText("Add row")).isFocused();
        tasklist.screenshot("table-typed");
        button(tasklist, "Remove row 2").click();
        assertThat(rows(tasklist, DELIVERABLES)).hasCount(2);
        tasklist.complete();

        assertThat(stored("deliverables")).isEqualTo(Json.MAPPER.valueToTree(List.of(EMAIL, BLOG)));
    }

    @Test
    void whatWasRemovedOrPastedOverComesBack(Tasklist tasklist) {
        write(tasklist, Map.of("deliverables", List.of(EMAIL, BLOG)));

        button(tasklist, "Remove row 1").click();
        assertThat(rows(tasklist, DELIVERABLES)).hasCount(1);
        tasklist.table(DELIVERABLES).getByText("Undo").click();
        assertThat(tasklist.cell(DELIVERABLES, 1, 1)).hasValue("Launch email");
        tasklist.paste(tasklist.cell(DELIVERABLES, 1, 1), "Poster\tA1\nFlyer\tA5");
        assertThat(tasklist.cell(DELIVERABLES, 2, 1)).hasValue("Flyer");
        tasklist.table(DELIVERABLES).getByText("Undo").click();
        assertThat(tasklist.cell(DELIVERABLES, 2, 1)).hasValue("Blog post");
        tasklist.complete();

        assertThat(version()).isEqualTo(1);
    }

    private static List<String> copies() {
        return List.of(
                "Launch email\t180 words\tIt names Saturday\tLena\r\nBlog post\t900 words\tBen likes it\tBen\r\n",
                "Name\tSpecification\tAcceptance criteria\tOwner\nLaunch email\t180 words\tIt names Saturday\tLena\n"
                        + "Blog post\t900 words\tBen likes it\tBen",
                """
                | Name | Specification | Acceptance criteria | Owner |
                |------|:-------------:|---------------|------:|
                | Launch email | 180 words | It names Saturday | Lena |
                | Blog post | 900 words | Ben likes it | Ben |
                """,
                """
                | Owner | Name | Specification | Acceptance criteria |
                | --- | --- | --- | --- |
                | Lena | Launch email | 180 words | It names Saturday |
                | Ben | Blog post | 900 words | Ben likes it |
                """,
                "•\tLaunch email | 180 words | It names Saturday | Lena\n•\tBlog post | 900 words | Ben likes it | Ben",
                "1.\tLaunch email\t180 words\tIt names Saturday\tLena\n2.\tBlog post\t900 words\tBen likes it\tBen",
                "- Launch email | 180 words | It names Saturday | Lena\n- Blog post | 900 words | Ben likes it | Ben");
    }

    @Test
    void whatWasCopiedElsewhereBecomesRows(Tasklist tasklist) {
        write(tasklist, Map.of());

        for (var copied : copies()) {
            tasklist.fill(DELIVERABLES, copied);
            assertThat(tasklist.table(DELIVERABLES)).containsText("2 rows pasted.");
            shows(tasklist, 1, EMAIL);
            shows(tasklist, 2, BLOG);
        }
        tasklist.complete();

        assertThat(stored("deliverables")).isEqualTo(Json.MAPPER.valueToTree(List.of(EMAIL, BLOG)));
    }

    private static void shows(Tasklist tasklist, int row, Map<String, String> deliverable) {
        var columns = List.of("name", "specification", "acceptanceCriteria", "owner");
        for (var column = 1; column <= columns.size(); column++) {
            assertThat(tasklist.cell(DELIVERABLES, row, column))
                    .hasValue(String.valueOf(deliverable.get(columns.get(column - 1))));
        }
    }

    @Test
    void aListOfWordFillsTheColumnThatItIsPastedInto(Tasklist tasklist) {
        write(tasklist, Map.of("deliverables", List.of(EMAIL)));

        tasklist.paste(tasklist.cell(DELIVERABLES, 1, 2), "•\t200 words\n•\tA1, four colours");
        tasklist.complete();

        assertThat(stored("deliverables").at("/0/specification").asText()).isEqualTo("200 words");
        assertThat(stored("deliverables").at("/0/owner").asText()).isEqualTo("Lena");
        assertThat(stored("deliverables").at("/1/specification").asText()).isEqualTo("A1, four colours");
    }

    @Test
    void everyCharacterComesBackAsItWentOut(Tasklist tasklist) {
        var odd = Map.of(
                "name", "A | B \\ C",
                "specification", "First line\nsecond line ↵",
                "acceptanceCriteria", "=SUM(A1)",
                "owner", "- Lena");
        write(tasklist, Map.of("deliverables", List.of(odd, BLOG, Map.of("other", "shape"))));

        assertThat(tasklist.cell(DELIVERABLES, 1, 1)).hasValue("A | B \\ C");
        assertThat(tasklist.cell(DELIVERABLES, 1, 2)).hasValue("First line\nsecond line ↵");
        assertThat(tasklist.cell(DELIVERABLES, 1, 3)).hasValue("=SUM(A1)");
        tasklist.cell(DELIVERABLES, 1, 1).fill("- A | B \\ D");
        tasklist.cell(DELIVERABLES, 1, 2).press("End");
        tasklist.cell(DELIVERABLES, 2, 4).fill("Ben\nor Lena");
        tasklist.screenshot("table-odd-characters");
        tasklist.complete();

        var changed = new HashMap<>(odd);
        changed.put("name", "- A | B \\ D");
        var blog = new HashMap<>(BLOG);
        blog.put("owner", "Ben\nor Lena");
        assertThat(stored("deliverables"))
                .isEqualTo(Json.MAPPER.valueToTree(List.of(changed, blog, Map.of("other", "shape"))));
    }

    @Test
    void whatNobodyTouchesMakesNoNewVersion(Tasklist tasklist) {
        write(tasklist, Map.of("deliverables", List.of(EMAIL, BLOG)));

        assertThat(tasklist.cell(DELIVERABLES, 2, 4)).hasValue("Ben");
        tasklist.complete();

        assertThat(version()).isEqualTo(1);
    }

    @Test
    void aDayInATableStaysAText(Tasklist tasklist) {
        write(tasklist, Map.of("milestones", List.of(Map.of("name", "Concept", "date", "2027-01-22"))));

        assertThat(tasklist.cell(MILESTONES, 1, 2)).hasValue("2027-01-22");
        tasklist.cell(MILESTONES, 1, 1).fill("Concept agreed");
        tasklist.cell(MILESTONES, 1, 2).press("Enter");
        type(tasklist, "Draft", "Tab", "03/04/2027", "Tab");
        assertThat(tasklist.cell(MILESTONES, 2, 2)).hasAttribute("title", Pattern.compile("can be two days"));
        tasklist.screenshot("table-with-days");
        tasklist.complete();

        assertThat(stored("milestones").at("/0/date").asText()).isEqualTo("2027-01-22");
        assertThat(stored("milestones").at("/1/date").asText()).isEqualTo("03/04/2027");
    }

    @Test
    void withoutTheScriptTheTextFieldTakesOneRowPerLine(Tasklist tasklist) {
        tasklist.page().route("**/scripts/widgets.js*", Route::abort);
        write(tasklist, Map.of("deliverables", List.of(EMAIL)));

        assertThat(tasklist.table(DELIVERABLES)).hasCount(0);
        assertThat(tasklist.input(DELIVERABLES)).hasValue("Launch email | 180 words | It names Saturday | Lena");
        tasklist.fill(
                DELIVERABLES,
                "Launch email | 180 words | It names Saturday | Lena\nBlog post | 900 words | Ben likes it | Ben");
        tasklist.fill("successCriteria_measurementDate", "2027-03-01");
        tasklist.screenshot("table-without-script");
        tasklist.complete();

        assertThat(stored("deliverables")).isEqualTo(Json.MAPPER.valueToTree(List.of(EMAIL, BLOG)));
    }

    private void write(Tasklist tasklist, Map<String, ?> executionBrief) {
        var variables = new HashMap<>(Brief.facts());
        variables.put("executionBrief", executionBrief);
        handoff.start("strategist", Walk.MODEL, variables);
        tasklist.login(people.named("strategist"), People.PASSWORD);
        tasklist.openTask(handoff.task("write_documents").getId());
        tasklist.showAllDocuments();
    }

    /** Texts are typed, names of keys pressed, where the cursor is. */
    private static void type(Tasklist tasklist, String... textsAndKeys) {
        for (var one : textsAndKeys) {
            if (List.of("Tab", "Enter").contains(one)) {
                tasklist.page().keyboard().press(one);
            } else {
                tasklist.page().keyboard().type(one);
            }
        }
    }

    private static Locator button(Tasklist tasklist, String label) {
        return tasklist.table(DELIVERABLES).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static Locator rows(Tasklist tasklist, String field) {
        return tasklist.table(field).locator("tbody tr");
    }

    private JsonNode stored(String field) {
        return context.latest(handoff.key(), "executionBrief")
                .orElseThrow()
                .document()
                .path(field);
    }

    private int version() {
        return context.latest(handoff.key(), "executionBrief").orElseThrow().version();
    }
}
