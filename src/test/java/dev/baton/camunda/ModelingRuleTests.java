package dev.baton.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelingRuleTests {

    private static final Path PAGE = Path.of("docs/modelling.md");
    private static final Pattern TABLE = Pattern.compile("(?<=<!-- rules -->\n).*?(?=<!-- /rules -->)", Pattern.DOTALL);

    @Test
    void theTableOfRulesIsThatOfTheCode() throws IOException {
        var page = Files.readString(PAGE);
        if (Boolean.getBoolean("baton.docs.update")) {
            page = TABLE.matcher(page).replaceFirst(result -> Matcher.quoteReplacement(table()));
            Files.writeString(PAGE, page);
        }
        assertThat(TABLE.matcher(page).results().map(found -> found.group()))
                .as("Rules have changed: ./mvnw test -Dtest=ModelingRuleTests -Dbaton.docs.update=true")
                .containsExactly(table());
    }

    @Test
    void aRuleThatIsSetToWarnIsStillTold() {
        var check = new DeploymentCheck(
                () -> List.of(files -> List.of(Violation.of(ModelingRule.SPEAKING_ID, "a.bpmn", "x", "is generated."))),
                List.of("speaking-id"));

        assertThat(check.isWarning(ModelingRule.SPEAKING_ID)).isTrue();
        assertThat(check.violations(Map.of())).hasSize(1);
    }

    @Test
    void aRuleThatProtectsPeopleCannotBeSetToWarn() {
        assertThatThrownBy(() -> new DeploymentCheck(List::of, List.of("no-foreign-code")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("cannot be set to warn");
        assertThatThrownBy(() -> new DeploymentCheck(List::of, List.of("no-such-rule")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("names a rule that there is not");
    }

    private static String table() {
        return Arrays.stream(ModelingRule.values())
                .map(rule -> "| `%s` | %s | %s |".formatted(rule.id(), rule.demand(), rule.always() ? "" : "can warn"))
                .collect(Collectors.joining("\n", "| rule | what it demands | |\n|---|---|---|\n", "\n"));
    }
}
