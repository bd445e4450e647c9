package dev.baton.security;

import dev.baton.camunda.Ids;
import dev.baton.camunda.InvalidSetting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people of an OpenID Connect provider become people of Baton; the provider itself stands in Spring's own settings.
 *
 * @param idClaim the claim that becomes the person's id here, at the first sign-in
 * @param groupsClaim the claim with the provider's groups; dots lead into nested claims
 * @param roles for each role of Baton, the groups of the provider that stand for it
 * @param links accounts that were here before, each with the provider's subject that they belong to
 * @param session how long somebody stays signed in at most, and so how old roles may be
 */
@ConfigurationProperties("baton.sign-in")
record SignOnSettings(
        @DefaultValue("preferred_username") String idClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, List<String>> roles,
        @DefaultValue Map<String, String> links,
        @DefaultValue("PT8H") Duration session) {

    /** @throws InvalidSetting for one that nobody could sign in with */
    SignOnSettings checked() {
        if (idClaim.isBlank()) {
            throw new InvalidSetting("baton.sign-in.id-claim", "Name the claim that is a person's id.");
        }
        if (groupsClaim.isBlank()) {
            throw new InvalidSetting("baton.sign-in.groups-claim", "Name the claim that holds a person's groups.");
        }
        if (session.isNegative() || session.isZero()) {
            throw new InvalidSetting("baton.sign-in.session", "Somebody stays signed in for a while, such as PT8H.");
        }
        links.keySet().stream().filter(person -> !Ids.allow(person)).findFirst().ifPresent(person -> {
            throw new InvalidSetting(
                    "baton.sign-in.links",
                    "A person's id has letters, digits and . _ @ - only; one with other characters than letters, digits"
                            + " and - stands in brackets, as in baton.sign-in.links.[maria@example.org].");
        });
        if (Set.copyOf(links.values()).size() < links.size()) {
            throw new InvalidSetting("baton.sign-in.links", "Two accounts are linked to the same subject: name one.");
        }
        return this;
    }
}
