package dev.baton.web;

import dev.baton.shared.FieldError;
import dev.baton.shared.Refusal;
import dev.baton.shared.RefusalTranslator;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Answers whatever goes wrong with a problem of RFC 9457: a type, a title, a sentence that helps, and the fields. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String NOWHERE = "There is nothing at this address: GET /v3/api-docs lists what there is.";

    private final List<RefusalTranslator> translators;

    Problems(List<RefusalTranslator> translators) {
        this.translators = List.copyOf(translators);
    }

    static ProblemDetail problem(ProblemKind kind, String sentence, List<FieldError> errors) {
        var problem = ProblemDetail.forStatusAndDetail(kind.status(), sentence);
        problem.setType(kind.type());
        problem.setTitle(kind.title());
        problem.setProperty("errors", errors);
        return problem;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> anything(RuntimeException thrown, WebRequest request) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var known = known(cause);
            if (known.isPresent()) {
                return answer(known.get(), new HttpHeaders(), request, thrown);
            }
        }
        LOG.error("{} failed", request.getDescription(false), thrown);
        return answer(failure(), new HttpHeaders(), request, thrown);
    }

    private Optional<Refused> known(Throwable thrown) {
        if (thrown instanceof Refused refused) {
            return Optional.of(refused);
        }
        if (thrown instanceof Refusal refusal) {
            return Optional.of(refused(refusal));
        }
        var translated = translators.stream()
                .flatMap(translator -> translator.refusal(thrown).stream())
                .findFirst();
        if (translated.isPresent()) {
            return translated.map(Problems::refused);
        }
        if (thrown instanceof RequestRejectedException) {
            return Optional.of(FallbackErrors.refusedAddress());
        }
        if (thrown instanceof AuthorizationException) {
            return Optional.of(forbidden());
        }
        // Somebody else was faster, or held on for longer than the database waits.
        if (is(
                thrown,
                ConcurrencyFailureException.class,
                OptimisticLockingException.class,
                QueryTimeoutException.class)) {
            return Optional.of(sameMoment());
        }
        return Optional.empty();
    }

    private static boolean is(Throwable thrown, Class<?>... kinds) {
        return Arrays.stream(kinds).anyMatch(kind -> kind.isInstance(thrown));
    }

    private static Refused refused(Refusal refusal) {
        var kind = switch (refusal.kind()) {
            case INVALID -> ProblemKind.INVALID;
            case FORBIDDEN -> ProblemKind.FORBIDDEN;
            case UNKNOWN -> ProblemKind.UNKNOWN;
            case CONFLICT -> ProblemKind.CONFLICT;
            case FAULT -> ProblemKind.DIAGRAM;
        };
        return new Refused(kind, sentence(refusal), refusal.fields());
    }

    private static Refused forbidden() {
        return new Refused(ProblemKind.FORBIDDEN, Refusal.NOT_ALLOWED);
    }

    private static Refused sameMoment() {
        return new Refused(
                ProblemKind.CONFLICT,
                "Somebody changed this at the same moment: read it again and repeat your request.");
    }

    static Refused failure() {
        return new Refused(
                ProblemKind.FAILURE,
                "That is Baton's fault, not yours, and it is in its log. Try again, then ask operations.");
    }

    /** A name that stands twice in a part of the body. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> ambiguous(HttpMessageConversionException unreadable, WebRequest request) {
        return answer(
                Refused.field("body", "Send a JSON object as the body, with each name once."),
                new HttpHeaders(),
                request,
                unreadable);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(UnreadableBody.inWords(unreadable), headers, request, unreadable);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = mismatch instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "value";
        var sentence = "\"%s\" is %s.".formatted(name, inWords(mismatch.getRequiredType()));
        return answer(Refused.field(name, sentence), headers, request, mismatch);
    }

    private static String inWords(@Nullable Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return type == Instant.class ? "a moment, such as 2027-03-31T09:00:00Z" : "a whole number, such as 1";
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException method,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, WebRequest.SCOPE_REQUEST);
        if (handler instanceof ResourceHttpRequestHandler) {
            return answer(new Refused(ProblemKind.UNKNOWN, NOWHERE), new HttpHeaders(), request, method);
        }
        var allowed = headers.getAllow().stream().map(HttpMethod::name).sorted().collect(Collectors.joining(" or "));
        var sentence = "This address does not take %s: use %s.".formatted(method.getMethod(), allowed);
        return answer(new Refused(ProblemKind.METHOD, sentence), headers, request, method);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException media, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var sentence = "Send JSON, with the header Content-Type: application/json.";
        return answer(new Refused(ProblemKind.NOT_JSON, sentence), headers, request, media);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException media, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var sentence = "Baton answers with JSON only: ask with Accept: application/json, or leave that header out.";
        return answer(new Refused(ProblemKind.NOT_ACCEPTABLE, sentence), headers, request, media);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException nothing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(new Refused(ProblemKind.UNKNOWN, NOWHERE), headers, request, nothing);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException nothing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(new Refused(ProblemKind.UNKNOWN, NOWHERE), headers, request, nothing);
    }

    private @Nullable ResponseEntity<Object> answer(
            Refused refused, HttpHeaders headers, WebRequest request, Exception thrown) {
        var problem = problem(refused.kind(), refused.sentence(), refused.errors());
        return handleExceptionInternal(thrown, problem, headers, refused.kind().status(), request);
    }

    /** Every answer passes here; what nothing above has put into words gets them by its status. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception thrown, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var said = body instanceof ProblemDetail problem && problem.getProperties() != null;
        var kind = ProblemKind.of(status.value());
        if (!said && kind == ProblemKind.FAILURE) {
            LOG.error("{} failed", request.getDescription(false), thrown);
        }
        var answer = said
                ? body
                : problem(kind, kind == ProblemKind.FAILURE ? failure().sentence() : kind.title() + ".", List.of());
        var sent = new HttpHeaders(); // those of an exception may be for reading only
        sent.putAll(headers);
        sent.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (request instanceof ServletWebRequest servlet && servlet.getResponse() != null) {
            servlet.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return super.handleExceptionInternal(thrown, answer, sent, status, request);
    }

    private static String sentence(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }
}
