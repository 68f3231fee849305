package dev.fieldservice.platform.apidocs;

import dev.fieldservice.platform.apidocs.codes.ProblemCodes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;

/** The problem codes of one operation: its own, in its description too, and those that the plumbing answers to any request. */
final class OperationCodes {

    private static final Map<String, List<String>> ANY = Map.ofEntries(
            Map.entry("400", List.of("invalid-request", "malformed-request")),
            Map.entry("401", List.of("unauthenticated")),
            Map.entry("403", List.of("forbidden")),
            Map.entry("404", List.of("not-found")),
            Map.entry("406", List.of("not-acceptable")),
            Map.entry("408", List.of("request-timeout")),
            Map.entry("413", List.of("payload-too-large")),
            Map.entry("415", List.of("unsupported-media-type")),
            Map.entry("429", List.of("too-much-in-flight")),
            Map.entry("500", List.of("internal-error")),
            Map.entry("503", List.of("unavailable")));

    private static final Map<String, List<String>> OF_CHANGES = Map.of("409", List.of("request-in-flight"));

    private final Operation operation;

    OperationCodes(Operation operation) {
        this.operation = operation;
    }

    void complete(boolean changes) {
        Map<String, Set<String>> all = new TreeMap<>();
        own().forEach((status, codes) -> all.put(status, new TreeSet<>(codes)));
        String told = all.entrySet().stream()
                .map(status -> status.getKey() + " " + String.join(", ", status.getValue()))
                .collect(Collectors.joining("; "));
        if (!told.isEmpty()) {
            String codes = "Problem codes of its own: " + told + ".";
            operation.setDescription(
                    operation.getDescription() == null ? codes : operation.getDescription() + "\n\n" + codes);
        }
        Stream.of(ANY, changes ? OF_CHANGES : Map.<String, List<String>>of())
                .flatMap(codes -> codes.entrySet().stream())
                .forEach(status -> all.computeIfAbsent(status.getKey(), any -> new TreeSet<>())
                        .addAll(status.getValue()));
        operation.addExtension(
                ProblemCodes.EXTENSION,
                all.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                status -> List.copyOf(new TreeSet<>(status.getValue())),
                                (one, other) -> one,
                                TreeMap::new)));
    }

    @SuppressWarnings("unchecked") // written by ProblemCodes when the application was built
    private Map<String, List<String>> own() {
        Map<String, Object> extensions = operation.getExtensions();
        return extensions == null
                ? Map.of()
                : (Map<String, List<String>>) extensions.getOrDefault(ProblemCodes.EXTENSION, Map.of());
    }
}
