package dev.fieldservice.platform.problems;

import dev.fieldservice.platform.parameters.DeclaredParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Finds the query parameters that cannot be read as what an operation takes. JAX-RS fails on the first of them and does
 * not say which it was.
 */
final class UnreadableQuery {

    private UnreadableQuery() {}

    static List<FieldError> errors(Method operation, MultivaluedMap<String, String> query) {
        return DeclaredParameters.of(operation).stream()
                .filter(parameter -> query.getOrDefault(parameter.name(), List.of()).stream()
                        .anyMatch(value -> !parameter.reads(value)))
                .map(parameter -> new FieldError(
                        parameter.name(),
                        "invalid-format",
                        "A " + ProblemMapper.name(parameter.type()) + " is expected."))
                .toList();
    }
}
