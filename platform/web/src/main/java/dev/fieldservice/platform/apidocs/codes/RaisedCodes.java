package dev.fieldservice.platform.apidocs.codes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The codes of the refusals that the code below a method makes. A refusal whose code is a text of its own is found where it is
 * made; where a method is handed the code, at those who hand it.
 */
final class RaisedCodes {

    private static final String REFUSALS = "dev/fieldservice/platform/problems/Refusal$";

    /** Whose first component is the code. */
    private static final Map<String, Integer> CODED =
            Map.of("Conflict", 409, "RuleViolated", 422, "Invalid", 400, "Forbidden", 403);

    private static final Map<String, Coded> FIXED = Map.of(
            "IllegalTransition", new Coded(409, Text.constant("illegal-transition")),
            "VersionMismatch", new Coded(412, Text.constant("version-mismatch")),
            "PreconditionRequired", new Coded(428, Text.constant("precondition-required")),
            "RangeNotSatisfiable", new Coded(416, Text.constant("range-not-satisfiable")));

    private final CallGraph graph;
    private final Map<Call.Target, Set<Coded>> handed = new HashMap<>();

    RaisedCodes(CallGraph graph) {
        this.graph = graph;
    }

    private record Coded(int status, Text code) {}

    /** By status, both in ascending order. */
    Map<Integer, Set<String>> below(Call.Target start) {
        Map<Integer, Set<String>> codes = new TreeMap<>();
        Set<Call.Target> seen = new HashSet<>(Set.of(start));
        Deque<Call.Target> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (List<Call> body : graph.implementations(open.pop())) {
                for (Call call : body) {
                    raised(call)
                            .forEach(one -> one.code()
                                    .constants()
                                    .forEach(code -> codes.computeIfAbsent(one.status(), status -> new TreeSet<>())
                                            .add(code)));
                    if (call.target().isOurs() && seen.add(call.target())) {
                        open.push(call.target());
                    }
                }
            }
        }
        return codes;
    }

    /** The refusals that this very call makes, with what is known of their codes. */
    private Set<Coded> raised(Call call) {
        Optional<Coded> made = made(call);
        if (made.isPresent()) {
            return Set.of(made.get());
        }
        Set<Coded> raised = new HashSet<>();
        handedTo(call.target())
                .forEach(one -> one.code()
                        .parameters()
                        .forEach(index -> raised.add(new Coded(one.status(), call.argument(index)))));
        return raised;
    }

    private static Optional<Coded> made(Call call) {
        if (!call.target().owner().startsWith(REFUSALS) || !call.target().name().equals("<init>")) {
            return Optional.empty();
        }
        String kind = call.target().owner().substring(REFUSALS.length());
        return Optional.ofNullable(CODED.get(kind))
                .map(status -> new Coded(status, call.argument(0)))
                .or(() -> Optional.ofNullable(FIXED.get(kind)));
    }

    /** Refusals in this method, or in what it calls, whose code is one of its parameters. */
    private Set<Coded> handedTo(Call.Target method) {
        Set<Coded> known = handed.get(method);
        if (known != null || !method.isOurs()) {
            return known == null ? Set.of() : known;
        }
        handed.put(method, Set.of()); // whoever calls itself adds nothing
        Set<Coded> found = new HashSet<>();
        for (List<Call> body : graph.implementations(method)) {
            for (Call call : body) {
                raised(call).stream()
                        .filter(one -> !one.code().parameters().isEmpty())
                        .forEach(found::add);
            }
        }
        handed.put(method, found);
        return found;
    }
}
