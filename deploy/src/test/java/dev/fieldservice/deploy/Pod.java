package dev.fieldservice.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a Deployment or Job of an overlay runs. */
record Pod(String name, JsonNode owner) {

    static List<Pod> of(Overlay overlay) {
        return Stream.concat(overlay.ofKind("Deployment"), overlay.ofKind("Job"))
                .map(owner -> new Pod(Overlay.name(owner), owner))
                .toList();
    }

    /** @throws IllegalStateException when there is no such Deployment */
    static Pod of(Overlay overlay, String name) {
        return new Pod(name, overlay.one("Deployment", name));
    }

    JsonNode spec() {
        return owner.at("/spec/template/spec");
    }

    Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        owner.at("/spec/template/metadata/labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    boolean isOurs() {
        return "field-service".equals(labels().get("app.kubernetes.io/part-of"));
    }

    /** Those that stay, and those that run before them. */
    List<JsonNode> containers() {
        return Stream.of("initContainers", "containers")
                .flatMap(kind -> list(spec().path(kind)))
                .toList();
    }

    /** @throws IllegalStateException when there is none of that name */
    JsonNode container(String name) {
        return containers().stream()
                .filter(container -> container.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this.name + " has no container " + name));
    }

    static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** A variable's value; empty where it has none, or takes it from elsewhere. */
    static Optional<String> value(JsonNode container, String variable) {
        return list(container.path("env"))
                .filter(entry -> entry.path("name").asText().equals(variable) && entry.has("value"))
                .map(entry -> entry.path("value").asText())
                .findFirst();
    }

    static List<String> variables(JsonNode container) {
        return list(container.path("env"))
                .map(entry -> entry.path("name").asText())
                .toList();
    }
}
