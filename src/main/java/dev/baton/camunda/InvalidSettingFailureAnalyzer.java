package dev.baton.camunda;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused setting into one clear line instead of a stack trace. */
final class InvalidSettingFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidSetting refused) {
        return new FailureAnalysis(refused.getMessage(), "Change " + refused.setting() + ".", refused);
    }
}
