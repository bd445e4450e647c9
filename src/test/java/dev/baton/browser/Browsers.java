package dev.baton.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.ArrayList;
import java.util.List;

/** Browsers in the places where people sit: each with its own time zone and language. */
public final class Browsers {

    private final Browser chromium;
    private final String address;
    private final List<Tasklist> open = new ArrayList<>();

    Browsers(Browser chromium, String address) {
        this.chromium = chromium;
        this.address = address;
    }

    /** Opens Tasklist with no one logged in, as somebody in a time zone (Europe/Berlin) with a language (de-DE) does. */
    public Tasklist open(String timezone, String locale) {
        var window = chromium.newContext(new NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(1920, 1080)
                .setLocale(locale)
                .setTimezoneId(timezone));
        window.setDefaultTimeout(15_000);
        var tasklist = new Tasklist(window.newPage());
        open.add(tasklist);
        return tasklist;
    }

    void screenshots(String name) {
        for (var i = 0; i < open.size(); i++) {
            open.get(i).screenshot(i == 0 ? name : name + "-" + i);
        }
    }

    void close() {
        open.forEach(Tasklist::close);
    }
}
