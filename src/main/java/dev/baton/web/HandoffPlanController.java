package dev.baton.web;

import dev.baton.plan.HandoffPlans;
import dev.baton.plan.PlanView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/handoffs/{id}/plan", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handoffs")
class HandoffPlanController {

    private final HandoffPlans plans;
    private final Access access;

    HandoffPlanController(HandoffPlans plans, Access access) {
        this.plans = plans;
        this.access = access;
    }

    @GetMapping
    @Operation(
            operationId = "getHandoffPlan",
            summary = "When each stage of a handoff is due",
            description =
                    "As it was planned last: at the start, when what was agreed changed, or when a stage came earlier or"
                            + " later than planned. Only for handoffs whose model plans, with a launch date.")
    PlanView plan(@PathVariable String id) {
        var handoff = access.visible(id);
        return plans.view(handoff.id())
                .orElseThrow(() -> new Refused(
                        ProblemKind.UNKNOWN,
                        "\"%s\" has no plan: its model (%s) makes none, or no launch date is agreed."
                                .formatted(handoff.campaign(), handoff.model())));
    }
}
