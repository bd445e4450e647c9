package dev.baton.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handoff to start.
 *
 * @param model the process key, as `GET /api/models` lists it
 * @param launchDate ISO date, in the team's time zone
 * @param needBy ISO date: the day the receiver of a single transfer needs it
 * @param contract which contract a single transfer fulfils
 * @param answers what the start form asks besides: field to a text, a number, a yes or no, or a list of texts
 * @param team role key to user id, as a JSON object
 * @param raci who is accountable, responsible, consulted and informed
 * @param packages package name to document
 */
public record NewHandoff(
        String model,
        String businessKey,
        String campaign,
        @Nullable String complexity,
        @Nullable String executionParty,
        @Nullable String campaignType,
        @Nullable String launchDate,
        @Nullable String needBy,
        @Nullable String contract,
        @Nullable Map<String, Object> answers,
        @Nullable JsonNode team,
        @Nullable JsonNode raci,
        Map<String, ObjectNode> packages) {}
