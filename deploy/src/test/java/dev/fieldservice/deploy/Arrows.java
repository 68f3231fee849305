package dev.fieldservice.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may open a connection to whom by an overlay's NetworkPolicies, computed as Kubernetes does. */
final class Arrows {

    /** Where a connection leads that a policy allows to anywhere. */
    static final String OUTSIDE = "outside";

    /** @param guard whether policies of this overlay decide who comes in; of a broker of Strimzi its operator's do */
    record Place(String name, Map<String, String> labels, Map<String, Integer> ports, boolean guard) {}

    private final List<JsonNode> policies;

    Arrows(Stream<JsonNode> policies) {
        this.policies = policies.toList();
    }

    /** {@code from -> to:port} of what is allowed from these pods to these places, and out of the cluster. */
    Set<String> of(List<Pod> pods, List<Place> places) {
        Set<String> arrows = new HashSet<>();
        for (Pod pod : pods) {
            for (Place place : places) {
                place.ports().forEach((name, port) -> {
                    if (leaves(pod, place, name, port) && (!place.guard() || entersFrom(pod, place, name, port))) {
                        arrows.add(pod.name() + " -> " + place.name() + ":" + port);
                    }
                });
            }
            rules(pod.labels(), "Egress")
                    .filter(rule -> !rule.has("to"))
                    .flatMap(rule -> rule.has("ports")
                            ? Pod.list(rule.path("ports"))
                                    .map(port -> port.path("port").asText())
                            : Stream.of("any"))
                    .forEach(port -> arrows.add(pod.name() + " -> " + OUTSIDE + ":" + port));
        }
        return arrows;
    }

    /** The namespaces, by their labels, and the node, from which a pod may be reached at its port. */
    Set<String> into(Pod pod) {
        Set<String> from = new HashSet<>();
        rules(pod.labels(), "Ingress").forEach(rule -> {
            if (!rule.has("from")) {
                from.add("anywhere");
            }
            Pod.list(rule.path("from"))
                    .filter(peer -> peer.has("namespaceSelector"))
                    .forEach(peer -> peer.at("/namespaceSelector/matchLabels")
                            .fieldNames()
                            .forEachRemaining(from::add));
        });
        return from;
    }

    /** Whether nothing is allowed to a pod but what a policy allows, both ways. */
    boolean confine(Map<String, String> labels) {
        return Stream.of("Ingress", "Egress")
                .allMatch(way -> policies.stream()
                        .filter(policy -> Selector.selects(policy.at("/spec/podSelector"), labels))
                        .anyMatch(policy ->
                                policy.at("/spec/policyTypes").toString().contains(way)));
    }

    private boolean leaves(Pod pod, Place place, String portName, int port) {
        return rules(pod.labels(), "Egress")
                .filter(rule -> rule.has("to"))
                .anyMatch(rule -> names(rule.path("to"), place.labels()) && opens(rule, portName, port));
    }

    private boolean entersFrom(Pod pod, Place place, String portName, int port) {
        return rules(place.labels(), "Ingress")
                .anyMatch(rule ->
                        (!rule.has("from") || names(rule.path("from"), pod.labels())) && opens(rule, portName, port));
    }

    private Stream<JsonNode> rules(Map<String, String> labels, String way) {
        return policies.stream()
                .filter(policy -> Selector.selects(policy.at("/spec/podSelector"), labels))
                .flatMap(policy -> Pod.list(policy.at("/spec/" + way.toLowerCase(Locale.ROOT))));
    }

    private static boolean names(JsonNode peers, Map<String, String> labels) {
        return Pod.list(peers)
                .filter(peer -> peer.has("podSelector"))
                .anyMatch(peer -> Selector.selects(peer.path("podSelector"), labels));
    }

    private static boolean opens(JsonNode rule, String name, int port) {
        return !rule.has("ports")
                || Pod.list(rule.path("ports"))
                        .map(one -> one.path("port"))
                        .anyMatch(one -> one.isTextual() ? one.asText().equals(name) : one.asInt() == port);
    }
}
