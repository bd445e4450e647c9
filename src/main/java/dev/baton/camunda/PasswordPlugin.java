package dev.baton.camunda;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Lets the engine hash new passwords slowly and check them by {@link PasswordChecks}; it still knows its own old hashes. */
final class PasswordPlugin extends AbstractProcessEnginePlugin {

    private final SlowPasswordHash slow;
    private final PasswordVerdicts verdicts;

    PasswordPlugin(PasswordSettings settings, PasswordVerdicts verdicts) {
        this.slow = new SlowPasswordHash(settings.strength());
        this.verdicts = verdicts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(slow);
        engine.setIdentityProviderSessionFactory(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return PasswordChecks.class;
            }

            @Override
            public Session openSession() {
                return new PasswordChecks(slow, verdicts);
            }
        });
    }
}
