package dev.baton.camunda;

import dev.baton.shared.Refusal;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** No script runs, in no language: {@code juel} as a script would step around every other guard. FEEL is no script. */
final class NoScriptEngineResolver implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // nothing to add to
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw refusal("any language");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean cached) {
        throw refusal(language);
    }

    private static Refusal refusal(String language) {
        return Refusal.of(
                "script",
                "Baton runs no scripts (%s): use FEEL in a decision table, or an expression with a bean that diagrams may name."
                        .formatted(language));
    }
}
