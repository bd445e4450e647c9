package dev.baton.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the web server one sender may keep busy.
 *
 * @param requestsPerAddress requests of one address that take longer than two seconds at a time
 * @param bodiesPerAddress bodies of one address that are waited for at a time
 * @param bodies bodies that are waited for at a time
 */
@ConfigurationProperties("baton.server")
record ServerLimits(
        @DefaultValue("100") int requestsPerAddress,
        @DefaultValue("16") int bodiesPerAddress,
        @DefaultValue("48") int bodies) {

    ServerLimits {
        atLeastOne("requests-per-address", requestsPerAddress);
        atLeastOne("bodies-per-address", bodiesPerAddress);
        atLeastOne("bodies", bodies);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("baton.server.%s is %d; it must be at least 1".formatted(name, value));
        }
    }
}
