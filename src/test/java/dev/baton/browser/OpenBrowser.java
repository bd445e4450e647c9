package dev.baton.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Starts Chromium once, opens a Tasklist with no one logged in per test, and keeps a picture of where a test failed. */
class OpenBrowser implements ParameterResolver, AfterEachCallback {

    private static final Namespace BROWSER = Namespace.create(OpenBrowser.class);
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Tasklist.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var chromium = test.getRoot().getStore(BROWSER).getOrComputeIfAbsent(Chromium.class);
        var port =
                SpringExtension.getApplicationContext(test).getEnvironment().getRequiredProperty("local.server.port");
        var window = chromium.browser.newContext(new NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setViewportSize(1920, 1080)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        window.setDefaultTimeout(15_000);
        var tasklist = new Tasklist(window.newPage());
        test.getStore(BROWSER).put(Tasklist.class, tasklist);
        return tasklist;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var tasklist = test.getStore(BROWSER).remove(Tasklist.class, Tasklist.class);
        if (tasklist == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            tasklist.screenshot("failed-" + test.getRequiredTestMethod().getName());
        }
        tasklist.close();
    }

    private static final class Chromium implements CloseableResource {

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(ChromiumIsInstalled.chromium().orElseThrow())
                        .setArgs(FLAGS));

        @Override
        public void close() {
            playwright.close();
        }
    }
}
