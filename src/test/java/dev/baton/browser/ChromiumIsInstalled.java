package dev.baton.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ChromiumIsInstalled implements ExecutionCondition {

    private static final Logger LOG = LoggerFactory.getLogger(ChromiumIsInstalled.class);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String MISSING =
            "No Chromium on the PATH: tests in the browser are skipped. Install chromium, or run .ci/run, to run them.";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (chromium().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is " + chromium().get());
        }
        if (context.getTestMethod().isEmpty()) {
            LOG.warn("{}: {}", context.getDisplayName(), MISSING);
        }
        return ConditionEvaluationResult.disabled(MISSING);
    }

    static Optional<Path> chromium() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
