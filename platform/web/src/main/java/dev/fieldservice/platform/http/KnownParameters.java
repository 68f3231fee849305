package dev.fieldservice.platform.http;

import dev.fieldservice.platform.parameters.DeclaredParameter;
import dev.fieldservice.platform.parameters.DeclaredParameters;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.text.MalformedText;
import dev.fieldservice.platform.text.TakenText;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Query parameters are those that an operation declares, each with one value. A filter that is misspelt, left empty or
 * given twice would otherwise be passed over in silence, and the caller would take everything for what was asked for.
 */
public class KnownParameters {

    private static final int MOST_NAMED = 20;
    private static final int LONGEST_NAME = 100;

    @ServerRequestFilter
    public void requireKnownParameters(HttpServerRequest request, UriInfo uri, ResourceInfo resource) {
        if (request.query() == null || request.query().isEmpty()) {
            return;
        }
        Map<String, DeclaredParameter> declared = DeclaredParameters.of(resource.getResourceMethod()).stream()
                .collect(Collectors.toMap(DeclaredParameter::name, Function.identity()));
        List<FieldError> errors = uri.getQueryParameters().entrySet().stream()
                .flatMap(given ->
                        objection(Optional.ofNullable(declared.get(given.getKey())), given.getKey(), given.getValue())
                                .stream())
                .limit(MOST_NAMED)
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid("invalid-request", "This operation does not take these query parameters.", errors)
                    .refused();
        }
    }

    private static Optional<FieldError> objection(
            Optional<DeclaredParameter> declared, String name, List<String> values) {
        if (declared.isEmpty()) {
            return error(name, "unknown-parameter", "This operation has no such query parameter.");
        }
        if (values.stream().anyMatch(KnownParameters::isMalformed)) {
            return error(name, "malformed-text", "Send well-formed Unicode, in UTF-8, without NUL.");
        }
        if (values.stream().map(TakenText::of).anyMatch(String::isEmpty)) {
            return error(name, "empty-parameter", "Give it a value, or leave it out.");
        }
        if (values.size() > 1 && !declared.get().mayRepeat()) {
            return error(name, "repeated-parameter", "Give it once.");
        }
        return Optional.empty();
    }

    /** What is not UTF-8 has become the replacement character, which nobody looks for. */
    private static boolean isMalformed(String value) {
        try {
            return TakenText.of(value).indexOf('\uFFFD') >= 0;
        } catch (MalformedText malformed) {
            return true;
        }
    }

    private static Optional<FieldError> error(String name, String code, String detail) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return Optional.of(new FieldError(shown, code, detail));
    }
}
