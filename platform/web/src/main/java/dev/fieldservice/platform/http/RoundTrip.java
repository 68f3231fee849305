package dev.fieldservice.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The read-only properties in the body of a {@code PUT}, of a client that sends back what it has read. They are put aside here,
 * and the command sees to it that they are as they were.
 */
public final class RoundTrip {

    /** Under this name the exchange holds it. */
    public static final String KEY = "fieldservice.round-trip";

    private final Class<?> body;
    private final Set<String> readOnly;
    private final Map<String, JsonNode> sent = new LinkedHashMap<>();

    private RoundTrip(Class<?> body, Set<String> readOnly) {
        this.body = body;
        this.readOnly = readOnly;
    }

    /** Empty if what the operation answers is not what it takes and more. */
    static Optional<RoundTrip> of(Method operation) {
        Optional<Class<?>> body = Arrays.<Class<?>>stream(operation.getParameterTypes())
                .filter(Class::isRecord)
                .findFirst();
        Optional<Class<?>> view = record(operation.getGenericReturnType());
        if (body.isEmpty() || view.isEmpty()) {
            return Optional.empty();
        }
        Set<String> shown = names(view.get());
        Set<String> taken = names(body.get());
        boolean isOfTheSame = shown.stream().anyMatch(taken::contains);
        shown.removeAll(taken);
        return isOfTheSame && !shown.isEmpty() ? Optional.of(new RoundTrip(body.get(), shown)) : Optional.empty();
    }

    /** True if it was put aside. @param holder what the property stands in, or its class */
    public boolean putAside(Object holder, String name, JsonNode value) {
        boolean isOfTheBody = holder == body || holder.getClass() == body;
        return isOfTheBody && readOnly.contains(name) && sent.put(name, value) == null;
    }

    public Map<String, JsonNode> sent() {
        return sent;
    }

    private static Optional<Class<?>> record(Type type) {
        return switch (type) {
            case ParameterizedType generic -> record(generic.getActualTypeArguments()[0]);
            case Class<?> plain when plain.isRecord() -> Optional.of(plain);
            default -> Optional.empty();
        };
    }

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
