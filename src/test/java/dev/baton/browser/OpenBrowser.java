package dev.baton.browser;

import com.microsoft.playwright.Browser;
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

/** Starts Chromium once, opens Tasklists with no one logged in, and keeps a picture of where a test failed. */
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
        var type = parameter.getParameter().getType();
        return type == Tasklist.class || type == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var chromium = test.getRoot().getStore(BROWSER).getOrComputeIfAbsent(Chromium.class);
        var port =
                SpringExtension.getApplicationContext(test).getEnvironment().getRequiredProperty("local.server.port");
        var browsers = test.getStore(BROWSER)
                .getOrComputeIfAbsent(
                        Browsers.class,
                        any -> new Browsers(chromium.browser, "http://127.0.0.1:" + port),
                        Browsers.class);
        return parameter.getParameter().getType() == Browsers.class ? browsers : browsers.open("UTC", "en-GB");
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var browsers = test.getStore(BROWSER).remove(Browsers.class, Browsers.class);
        if (browsers == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            browsers.screenshots("failed-" + test.getRequiredTestMethod().getName());
        }
        browsers.close();
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
