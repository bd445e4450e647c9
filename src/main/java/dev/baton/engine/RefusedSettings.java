package dev.baton.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused setting into one clear line instead of a stack trace. */
final class RefusedSettings extends AbstractFailureAnalyzer<RefusedSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedSetting refused) {
        return new FailureAnalysis(refused.getMessage(), "Change " + refused.setting() + ".", refused);
    }
}
