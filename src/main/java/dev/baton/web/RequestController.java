package dev.baton.web;

import dev.baton.action.HandoffRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(
        path = "/api/handoffs/{id}",
        produces = MediaType.APPLICATION_JSON_VALUE,
        consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handoffs")
class RequestController {

    private final HandoffRequests requests;
    private final HandoffDetails details;
    private final Access access;

    RequestController(HandoffRequests requests, HandoffDetails details, Access access) {
        this.requests = requests;
        this.details = details;
        this.access = access;
    }

    @PostMapping("/reviews")
    @Operation(
            operationId = "requestReview",
            summary = "Ask for a look at work in progress",
            description =
                    "For models that take it while their work runs, as `embedded-partner-handoff` does. Uses one of"
                            + " the agreed decision points. For those who take part in the handoff.")
    WhereItStands review(@PathVariable String id, @RequestBody ReviewRequest body) {
        requests.review(access.visible(id), body.question(), body.link(), body.role());
        return details.of(access.visible(id));
    }

    @PostMapping("/questions")
    @Operation(
            operationId = "openQuestion",
            summary = "Open a question that work waits for",
            description = "For models that take it while their work runs, as `continuous-collaboration-handoff` does."
                    + " Undecided after 48 hours it is with the accountable person. For those who take part in the"
                    + " handoff.")
    WhereItStands question(@PathVariable String id, @RequestBody QuestionRequest body) {
        requests.question(access.visible(id), body.question(), body.role());
        return details.of(access.visible(id));
    }

    @PostMapping("/strategy-changes")
    @Operation(
            operationId = "changeStrategy",
            summary = "Send a handoff back to its brief, because the strategy changes",
            description =
                    "For models that take it while their work runs, as `continuous-collaboration-handoff` does. For"
                            + " its team, its accountable person, whoever started it, managers and operations.")
    WhereItStands strategyChange(@PathVariable String id, @RequestBody StrategyChangeRequest body) {
        requests.strategyChange(access.visible(id), body.reason());
        return details.of(access.visible(id));
    }
}
