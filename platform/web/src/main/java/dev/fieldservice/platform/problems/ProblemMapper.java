package dev.fieldservice.platform.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.fieldservice.platform.offers.CommandRights;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become HTTP. No endpoint catches anything itself. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    /** A list of nothing but wrong entries would be answered with many times its size. */
    private static final int MOST_ERRORS = 100;

    private final FaultKinds faults;
    private final CommandRights rights;
    private final SecurityIdentity identity;

    public ProblemMapper(FaultKinds faults, CommandRights rights, SecurityIdentity identity) {
        this.faults = faults;
        this.rights = rights;
        this.identity = identity;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> refused(Refused refused, ResourceInfo operation) {
        Refusal refusal = refused.refusal();
        return switch (refusal) {
            case Refusal.NotFound r -> answer(404, "Not found", r);
            case Refusal.IllegalTransition r ->
                answer(
                        409,
                        "Not possible in this state",
                        r,
                        List.of(),
                        rights.given(operation.getResourceMethod(), r.allowedCommands(), identity.getRoles()));
            case Refusal.Conflict r -> answer(409, "Conflict", r);
            case Refusal.RuleViolated r -> answer(422, "Against a rule", r, r.errors(), List.of());
            case Refusal.Invalid r -> answer(400, "Invalid request", r, r.errors(), List.of());
            case Refusal.Forbidden r -> answer(403, "Not allowed", r);
            case Refusal.VersionMismatch r -> answer(412, "Changed meanwhile", r);
            case Refusal.PreconditionRequired r -> answer(428, "Precondition required", r);
            case Refusal.RequestTimeout r -> answer(408, "The request came too slowly", r);
            case Refusal.PayloadTooLarge r -> answer(413, "Too large", r);
            case Refusal.UnsupportedMediaType r -> answer(415, "Unsupported media type", r);
            case Refusal.RangeNotSatisfiable r -> rangeNotSatisfiable(r);
            case Refusal.TooMuchInFlight r -> later(429, "Too much in flight", r);
            case Refusal.Unavailable r -> later(503, "Unavailable", r);
        };
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public RestResponse<Problem> unauthenticated(Throwable failure) {
        Problem problem = Problem.of(
                401,
                "unauthenticated",
                "Not signed in",
                "Send a valid access token of this realm as a bearer token.",
                traceId());
        return RestResponse.ResponseBuilder.<Problem>create(401)
                .entity(problem)
                .type(Problem.MEDIA)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> forbidden(ForbiddenException failure) {
        return answer(403, "forbidden", "Not allowed", "Your roles do not allow this.");
    }

    @ServerExceptionMapper
    public RestResponse<Problem> invalid(ConstraintViolationException failure) {
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .limit(MOST_ERRORS)
                .map(ProblemMapper::fieldError)
                .toList();
        return invalid(errors);
    }

    /** The subclass is named because Quarkus REST has a mapper of its own for it, which would be nearer. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public RestResponse<Problem> unreadable(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return invalid(List.of(UnreadableJson.error(mapping)));
        }
        return answer(400, "malformed-request", "Malformed request", "The body is not the JSON this operation takes.");
    }

    @ServerExceptionMapper
    public RestResponse<Problem> web(WebApplicationException failure, UriInfo uri, ResourceInfo operation) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        if (failure.getCause() instanceof Refused refused) {
            return refused(refused, operation);
        }
        if (isUnreadableQuery(failure, uri)) {
            return invalid(UnreadableQuery.errors(operation.getResourceMethod(), uri.getQueryParameters()));
        }
        return switch (failure.getResponse().getStatus()) {
            case 400 -> answer(400, "malformed-request", "Malformed request", "A part of the request cannot be read.");
            case 404 -> answer(404, "not-found", "Not found", "There is nothing at this address.");
            case 405 ->
                answer(405, "method-not-allowed", "Method not allowed", "This address does not take this method.");
            case 406 -> answer(406, "not-acceptable", "Not acceptable", "Ask for application/json.");
            case 415 -> refused(new Refusal.UnsupportedMediaType(List.of("application/json")).refused(), operation);
            default -> unexpected(failure);
        };
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unexpected(Throwable failure) {
        return switch (faults.of(failure)) {
            case IN_FLIGHT ->
                answer(
                        409,
                        "request-in-flight",
                        "In flight",
                        "Another request is changing this. Repeat with the same key.");
            case PASSING -> {
                LOG.warnf("answered 503: %s", failure);
                yield later(
                        503,
                        "Unavailable",
                        new Refusal.Unavailable("A part of the service does not answer. Repeat with the same key."));
            }
            case DEFECT -> {
                LOG.error("answered 500", failure);
                yield answer(
                        500, "internal-error", "Internal error", "This is our fault. Give the traceId to support.");
            }
        };
    }

    /** JAX-RS answers 404 to a query parameter that cannot be converted; to a client that is a wrong request. */
    private static boolean isUnreadableQuery(WebApplicationException failure, UriInfo uri) {
        return failure instanceof NotFoundException
                && failure.getCause() != null
                && uri.getRequestUri().getRawQuery() != null;
    }

    private static RestResponse<Problem> invalid(List<FieldError> errors) {
        return build(Problem.of(
                400,
                "invalid-request",
                "Invalid request",
                "The request has invalid content.",
                traceId(),
                errors,
                List.of()));
    }

    private static RestResponse<Problem> later(int status, String title, Refusal refusal) {
        RestResponse<Problem> answer = answer(status, title, refusal);
        answer.getHeaders().putSingle("Retry-After", RETRY_AFTER_SECONDS);
        return answer;
    }

    /** RFC 9110, 14.4: says how much there is. */
    private static RestResponse<Problem> rangeNotSatisfiable(Refusal.RangeNotSatisfiable refusal) {
        RestResponse<Problem> answer = answer(416, "Range not satisfiable", refusal);
        answer.getHeaders().putSingle("Content-Range", "bytes */" + refusal.size());
        return answer;
    }

    private static RestResponse<Problem> answer(int status, String title, Refusal refusal) {
        return answer(status, title, refusal, List.of(), List.of());
    }

    private static RestResponse<Problem> answer(
            int status, String title, Refusal refusal, List<FieldError> errors, List<String> allowed) {
        return build(Problem.of(status, refusal.code(), title, refusal.detail(), traceId(), errors, allowed));
    }

    private static RestResponse<Problem> answer(int status, String code, String title, String detail) {
        return build(Problem.of(status, code, title, detail, traceId()));
    }

    private static RestResponse<Problem> build(Problem problem) {
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA)
                .build();
    }

    private static String traceId() {
        return Span.current().getSpanContext().getTraceId();
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String pointer = pointer(violation.getPropertyPath());
        return new FieldError(
                isBody(violation) ? pointer : pointer.substring(pointer.lastIndexOf('/') + 1),
                kebab(constraint),
                violation.getMessage());
    }

    /** Bodies are records; what carries query parameters ({@code @BeanParam}) cannot be one. */
    private static boolean isBody(ConstraintViolation<?> violation) {
        return violation.getLeafBean() == null
                || violation.getLeafBean().getClass().isRecord();
    }

    /** The first two nodes of the path are the resource method and its parameter; the rest leads into the body. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() != ElementKind.METHOD) {
                if (node.getIndex() != null) {
                    pointer.append('/').append(node.getIndex());
                }
                if (node.getName() != null && !node.getName().startsWith("<")) {
                    pointer.append('/').append(node.getName());
                }
            }
        }
        return pointer.isEmpty() ? parameter : pointer.toString();
    }

    static String name(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Instant" -> "date-time in UTC (RFC 3339)";
            case "OffsetDateTime" -> "date-time (RFC 3339)";
            case "int", "Integer", "long", "Long" -> "whole number";
            case "UUID" -> "UUID";
            case "LocalDate" -> "date (RFC 3339)";
            case "BigDecimal" -> "decimal string";
            default -> kebab(type.getSimpleName());
        };
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
