package dev.baton.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.shared.Json;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the place of the empty script {@code provider.js}: tells the login page of whom it may sign people in by. */
@Hidden
@RestController
@ConditionalOnOAuth2ClientRegistrationProperties
final class SignOnScript {

    /** @param refusal why the last try came to nothing */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Choice(String name, String address, @Nullable String refusal) {}

    private final SignOnRegistration registration;

    SignOnScript(SignOnRegistration registration) {
        this.registration = registration;
    }

    @GetMapping(path = "/camunda/app/welcome/scripts/provider.js", produces = "text/javascript;charset=UTF-8")
    String provider(HttpServletRequest request) throws JsonProcessingException {
        var choice = new Choice(
                registration.name(),
                request.getContextPath() + SignOnRegistration.START + "/" + registration.id(),
                SignOnFlow.refusal(request));
        return "export default %s;%n".formatted(Json.MAPPER.writeValueAsString(choice));
    }
}
