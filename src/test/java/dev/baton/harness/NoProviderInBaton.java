package dev.baton.harness;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** The provider of the tests lies on their class path; Baton runs without it, as it is shipped. */
class NoProviderInBaton implements AutoConfigurationImportFilter {

    @Override
    public boolean[] match(String[] configurations, AutoConfigurationMetadata metadata) {
        var kept = new boolean[configurations.length];
        for (var at = 0; at < kept.length; at++) {
            kept[at] = configurations[at] == null
                    || !configurations[at].matches(".*\\.OAuth2(AuthorizationServer|ResourceServer)\\w*");
        }
        return kept;
    }
}
