package dev.baton.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.baton.browser.BrowserTest;
import dev.baton.browser.Tasklist;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody who signs in by the button of the login page, and out again. */
@BrowserTest
class SignOnInTasklistTests extends BesideProvider {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String BUTTON = "Sign in with Contoso";

    @Test
    void theButtonLeadsThroughTheProviderToThePageThatWasAskedForAndSigningOutToTheLogin(Tasklist tasklist) {
        var page = tasklist.page();
        page.navigate(TASKLIST + "#/?searchQuery=%5B%5D");
        var button = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(BUTTON));
        assertThat(button).hasCount(1);
        assertThat(page.locator("[ng-model='password']")).isVisible();
        tasklist.screenshot("login-page-with-provider");

        button.click();
        page.locator("#username").fill(knows(newName(), "planners"));
        page.locator("#password").fill(LoopbackProvider.PASSWORD);
        page.locator("button[type='submit']").click();
        page.locator(".task-filters").waitFor();
        assertThat(page).hasURL(Pattern.compile("http://127\\.0\\.0\\.1:" + port + TASKLIST + "#/\\?.*searchQuery.*"));
        assertThat(page.locator("[cam-widget-header]")).containsText("Maria Keller");
        tasklist.screenshot("tasklist-after-sign-on");

        page.locator("[cam-widget-header] .account .dropdown-toggle").first().click();
        page.locator("[cam-widget-header] .logout:visible").first().click();
        assertThat(button).hasCount(1);
        button.click();
        page.locator("#username").waitFor();
    }

    @Test
    void whyNobodyWasSignedInStandsOnTheLoginPageAsItWasSaid(Tasklist tasklist) {
        var page = tasklist.page();
        page.navigate(TASKLIST);
        page.getByText(BUTTON).click();
        page.locator("#username").fill(knows(newName(), "accounting"));
        page.locator("#password").fill(LoopbackProvider.PASSWORD);
        page.locator("button[type='submit']").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("ask your administrator for one of the groups");
        tasklist.screenshot("login-page-with-refusal");
    }

    @Test
    void everyWebAppOffersTheButtonOnce(Tasklist tasklist) {
        for (var app : new String[] {"admin", "cockpit", "welcome"}) {
            tasklist.page().navigate("/camunda/app/" + app + "/default/");
            tasklist.page().reload();
            assertThat(tasklist.page().getByText(BUTTON)).hasCount(1);
        }
    }
}
