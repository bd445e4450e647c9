package dev.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Camunda Tasklist as one person sees it. A field is named by its component id in the form, {@code field_…} left out:
 * {@code decision}, {@code strategyBrief_objective}; what one picks is named by the label on the screen.
 */
public final class Tasklist {

    private static final String HOME = "/camunda/app/tasklist/default/";

    private final Page page;

    /** Whether the page shows the tasks as they are, because it has just been opened. */
    private boolean fresh;

    Tasklist(Page page) {
        this.page = page;
    }

    /** What the page object has no verb for. */
    public Page page() {
        return page;
    }

    /** Logs in as a person does, also in the place of whoever is logged in. */
    void typeLogin(String person, String password) {
        page.context().clearCookies();
        page.navigate(HOME);
        page.reload();
        fillIn(person, password);
        page.locator("button[type='submit']").click();
        page.locator(".task-filters").waitFor();
    }

    /** Logs in by the call that the page makes, also in the place of whoever is logged in: it opens one page, not three. */
    public void login(String person, String password) {
        page.waitForLoadState(LoadState.NETWORKIDLE); // What was sent has arrived, and is no draft any more.
        page.navigate("about:blank"); // What the page before still asks would bring its session back.
        var browser = page.context();
        browser.clearCookies();
        browser.request().get(HOME);
        var token = browser.cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        var answer = browser.request()
                .post(
                        "/camunda/api/admin/auth/user/default/login/tasklist",
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token)
                                .setForm(FormData.create()
                                        .set("username", person)
                                        .set("password", password)));
        if (!answer.ok()) {
            throw new AssertionError("%d %s".formatted(answer.status(), answer.text()));
        }
        page.navigate(HOME);
        page.locator(".task-filters").waitFor();
        fresh = true;
    }

    /** The page puts the cursor into its first field once more when it is ready; a person sees it and types again. */
    private void fillIn(String person, String password) {
        var name = page.locator("[ng-model='username']");
        var secret = page.locator("[ng-model='password']");
        for (var round = 0; round < 5; round++) {
            name.fill(person);
            secret.fill(password);
            if (name.inputValue().equals(person) && secret.inputValue().equals(password)) {
                return;
            }
        }
    }

    /** Opens the form that starts a process, named as in the dialog. */
    public void openStart(String process) {
        page.getByText("Start process").first().click();
        page.locator(".modal-content")
                .getByText(process, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator(".modal-content .fjs-form").waitFor();
    }

    /** Waits until the open form shows a text. */
    public void shows(String text) {
        assertThat(page.locator(".fjs-form").first()).containsText(text);
    }

    public void start() {
        accepted(sendStart());
        page.locator(".modal-content").waitFor(gone());
    }

    /** Sends the start form, expects a refusal, and gives back what the person reads; the form stays open. */
    public String refusedStart() {
        return refused(sendStart());
    }

    private Response sendStart() {
        fresh = false;
        return page.waitForResponse(
                "**/submit-form",
                () -> page.locator(".modal-footer")
                        .getByText("Start", new Locator.GetByTextOptions().setExact(true))
                        .click());
    }

    /** Opens a task of a filter by (a part of) its name, and claims it where nobody has. */
    public void openTask(String filter, String name) {
        home();
        choose(filter);
        var task = page.locator(".tasks-list .task a.ng-binding", new Page.LocatorOptions().setHasText(name))
                .first();
        try {
            task.waitFor(new Locator.WaitForOptions().setTimeout(5_000));
        } catch (TimeoutError notYet) {
            page.reload(); // Tasklist does not look again by itself.
            choose(filter);
        }
        task.click();
        claim();
    }

    private void choose(String filter) {
        page.locator(".task-filter a.ng-binding", new Page.LocatorOptions().setHasText(filter))
                .first()
                .click();
    }

    /** Opens a task by its id, whatever the filters show, and claims it where nobody has. */
    public void openTask(String id) {
        lookAtTask(id);
        claim();
    }

    /** Opens a task, whatever it shows. */
    void lookAtTask(String id) {
        home();
        // Tasklist picks a filter first, and would forget a task that the address already names.
        page.locator(".task-filter.active:visible, .add-initial-filter:visible")
                .first()
                .waitFor();
        page.evaluate("""
                id => {
                  const [path, query = ''] = location.hash.slice(1).split('?');
                  const asked = new URLSearchParams(query);
                  asked.set('task', id);
                  location.hash = path + '?' + asked;
                }""", id);
        page.locator(".task-card, .task-details, [cam-tasklist-task]").first().waitFor();
    }

    /** Types into a field and leaves it, as a person does who goes on to the next one; into a list with columns it pastes. */
    public void fill(String field, String text) {
        input(field).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (cell(field, 1, 1).count() > 0) {
            clear(field);
            paste(cell(field, 1, 1), text);
            return;
        }
        input(field).fill(text);
        input(field).blur();
    }

    /** A cell of a list with columns; the first row and the first column are 1. */
    public Locator cell(String field, int row, int column) {
        return table(field).locator("tbody tr:nth-child(%d) td:nth-child(%d) textarea".formatted(row, column));
    }

    /** The table that edits a list with columns. */
    public Locator table(String field) {
        return page.locator("[id$='-field_" + field + "'] + .baton-table");
    }

    /** Pastes as a person does who has copied a text elsewhere. */
    public void paste(Locator cell, String text) {
        cell.focus();
        cell.evaluate("""
                (cell, text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text/plain', text);
                  const paste = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true});
                  if (cell.dispatchEvent(paste)) {
                    document.execCommand('insertText', false, text);
                  }
                }""", text);
        cell.blur();
    }

    private void clear(String field) {
        while (table(field).locator("tbody tr").count() > 1) {
            table(field).locator("tbody tr").first().locator(".baton-remove").click();
        }
        for (var column = 1; cell(field, 1, column).count() > 0; column++) {
            cell(field, 1, column).fill("");
        }
    }

    public void fill(String field, LocalDate date) {
        fill(field, date.toString());
    }

    /** Picks one of the radio buttons of a question. */
    public void choose(String field, String label) {
        page.locator(".fjs-form-field-radio")
                .filter(new Locator.FilterOptions().setHas(page.locator("[id$='-field_" + field + "-0']")))
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    /** Picks one of the entries of a drop-down list. */
    public void select(String field, String label) {
        page.locator(".fjs-input-group")
                .filter(new Locator.FilterOptions().setHas(input(field)))
                .click();
        page.locator(".fjs-dropdownlist-item")
                .getByText(label, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** Types into a list that one searches, which shows what is like it. */
    public void search(String field, String text) {
        page.locator("[id$='-field_%1$s'], [id$='-field_%1$s-search']".formatted(field))
                .fill(text);
    }

    /** Picks a person of a list that one searches, by the user name behind the name. */
    public void pick(String field, String person) {
        search(field, person);
        page.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText("(" + person + ")"))
                .click();
    }

    public void check(String field) {
        input(field).check();
    }

    /** A long form shows one document at a time; from here on all of them. */
    public void showAllDocuments() {
        page.locator(".baton-documents button").getByText("All at once").click();
    }

    /** Sends the form, and fails with the server's answer where it is refused. */
    public void complete() {
        accepted(send());
    }

    /** Sends the form, expects a refusal, and gives back what the person reads. */
    public String refusal() {
        return refused(send());
    }

    private String refused(Response answer) {
        if (answer.ok()) {
            throw new AssertionError("The server accepted what it should have refused.");
        }
        var notice =
                page.locator(".notifications .alert, .alert-danger:visible").first();
        notice.waitFor();
        return notice.innerText();
    }

    /** Closes what a refusal said; it may lie over the buttons of the form. */
    public void dismissNotice() {
        var notice = page.locator(".page-notifications .alert").first();
        notice.locator(".close:visible").first().click();
        notice.waitFor(gone());
    }

    public Locator input(String field) {
        return page.locator("[id$='-field_" + field + "']");
    }

    /** Keeps a picture of the whole page, long forms included, in {@code target/screenshots}. */
    public void screenshot(String name) {
        var window = page.viewportSize();
        var form = page.locator(".fjs-container").first();
        var height = form.isVisible() ? (int) form.boundingBox().height + 500 : 0;
        page.setViewportSize(window.width, Math.max(window.height, height));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
        page.setViewportSize(window.width, window.height);
    }

    /** Keeps a picture of what is in sight. */
    void look(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    void close() {
        page.context().close();
    }

    /** Opens the page afresh, with the tasks as they are now. */
    private void home() {
        if (!fresh) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.navigate(HOME);
        }
        fresh = false;
    }

    private void claim() {
        var claim = page.locator("[ng-click='claim()']");
        page.locator(".fjs-form").waitFor();
        if (claim.isVisible()) {
            claim.click();
            claim.waitFor(gone());
        }
        assertThat(completion()).isEnabled();
    }

    private Response send() {
        fresh = false;
        return page.waitForResponse("**/submit-form", () -> completion().click());
    }

    private Locator completion() {
        return page.locator(".form-actions").getByText("Complete", new Locator.GetByTextOptions().setExact(true));
    }

    private static void accepted(Response answer) {
        if (!answer.ok()) {
            throw new AssertionError("%d %s".formatted(answer.status(), answer.text()));
        }
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
