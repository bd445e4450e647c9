package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandoffMapTests extends ApiTests {

    @Test
    void aModelSaysWhatItIsForAndWhatItsStartAsks() {
        var models = as("partner").get("/api/models").json().path("items");

        assertThat(models.findValuesAsText("key"))
                .containsExactly(
                        "approval",
                        "continuous-collaboration-handoff",
                        "documentation-first-handoff",
                        "embedded-partner-handoff",
                        "hybrid-handoff",
                        "retrospective",
                        "sprint-handoff",
                        "transfer");
        assertThat(models.path(2).path("purpose").asText()).contains("Five documents");
        assertThat(models.path(2).path("startFields")).anySatisfy(field -> {
            assertThat(field.path("field").asText()).isEqualTo("complexity");
            assertThat(field.path("required").asBoolean()).isTrue();
            assertThat(field.path("choices").findValuesAsText("value")).containsExactly("simple", "medium", "high");
        });
    }

    @Test
    void aQuestionSaysWhereItsAnswerGoesInTheBody() {
        var models = as("strategist").get("/api/models").json().path("items");

        assertThat(models.path(0).path("startFields").findValuesAsText("field"))
                .contains("campaign", "answers.workLink", "answers.legalNeeded", "team.legal", "raci.accountable");
        assertThat(models.path(2).path("startFields").findValuesAsText("field"))
                .noneMatch(field -> field.contains("consultedPeople"));
    }

    @Test
    void theHandoffMapShowsTheOperatingStandardOfEveryContract() {
        var contracts = as("partner").get("/api/contracts").json().path("items");

        assertThat(contracts).hasSize(16).allSatisfy(contract -> {
            assertThat(contract.path("standard").path("owner").asText()).isNotBlank();
            assertThat(contract.path("standard").path("failureSignal").asText()).isNotBlank();
        });
    }

    @Test
    void aContractExplainsEachFieldToTheOneWhoFillsIt() {
        var fields = as("strategist")
                .get("/api/contracts/strategy-to-execution")
                .json()
                .path("packages")
                .path(0)
                .path("fields");

        assertThat(fields).isNotEmpty().allSatisfy(field -> {
            for (var key : new String[] {"field", "label", "level", "rule", "reason", "risk", "filledBy", "example"}) {
                assertThat(field.path(key).asText()).as(key).isNotBlank();
            }
        });
    }

    @Test
    void anUnknownContractIsNotFoundAndTheKnownOnesAreNamed() {
        var answer = as("strategist").get("/api/contracts/strategy-to-moon");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("detail")).contains("strategy-to-execution");
    }

    @Test
    void aCheckNamesEveryGapAndStoresNothing() {
        var body = "{\"complexity\": \"simple\", \"packages\": {\"creativeBrief\": {\"primaryMessage\": \"TBD\"}}}";

        var answer = as("partner").post("/api/contracts/strategy-to-creative/check", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("complete").asBoolean()).isFalse();
        assertThat(answer.text("rules")).matches("contracts:\\d+ requirements:\\d+ words:\\d+");
        assertThat(answer.json().path("gaps"))
                .anySatisfy(gap -> {
                    assertThat(gap.path("field").asText()).isEqualTo("primaryMessage");
                    assertThat(gap.path("problem").asText()).isEqualTo("placeholder");
                })
                .anySatisfy(gap -> assertThat(gap.path("problem").asText()).isEqualTo("missing"))
                .allSatisfy(gap -> assertThat(gap.path("message").asText()).contains("A good answer"));
    }

    @Test
    void aCompleteBriefIsComplete() {
        var body = Requests.complete("any");
        body.retain("complexity", "executionParty", "campaignType", "packages");

        var answer = as("stakeholder").post("/api/contracts/documentation-complete/check", body.toString());

        assertThat(answer.json().path("complete").asBoolean())
                .as(answer.toString())
                .isTrue();
        assertThat(answer.json().path("completenessPercent").asInt()).isEqualTo(100);
    }
}
