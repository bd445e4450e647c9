package dev.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.camunda.RequestBodyRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJacksonInputMessage;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Looks through every body, by the {@link RequestBodyRules}, before it is read into a record. A fault names its field. */
@ControllerAdvice
class RequestBodyCheck extends RequestBodyAdviceAdapter {

    private final RequestBodyRules rules;

    RequestBodyCheck(RequestBodyRules rules) {
        this.rules = rules;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var body = message.getBody().readAllBytes();
        check(body, target);
        return new MappingJacksonInputMessage(new ByteArrayInputStream(body), message.getHeaders());
    }

    /** A body that is read as it comes is itself a document. */
    private void check(byte[] body, Type target) {
        var fault = target == ObjectNode.class ? rules.faultOfDocument(body) : rules.fault(body);
        fault.ifPresent(found -> {
            throw Refused.field(found.field(), found.message());
        });
    }
}
