package dev.fieldservice.systemtests.pods;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A Deployment or a Job. */
record Workload(JsonNode object) {

    String name() {
        return DemoOverlay.name(object);
    }

    /** Whether it comes to an end by itself. */
    boolean ends() {
        return object.path("kind").asText().equals("Job");
    }

    boolean isOurs() {
        return template()
                .at("/metadata/labels/app.kubernetes.io~1part-of")
                .asText()
                .equals("field-service");
    }

    JsonNode template() {
        return object.at("/spec/template");
    }

    JsonNode spec() {
        return template().path("spec");
    }

    /** Of all containers the one that stays. */
    JsonNode container() {
        return spec().at("/containers/0");
    }

    List<JsonNode> containers() {
        List<JsonNode> all = new ArrayList<>();
        spec().path("initContainers").forEach(all::add);
        spec().path("containers").forEach(all::add);
        return all;
    }

    /** How long it may take to end. */
    int graceSeconds() {
        return spec().path("terminationGracePeriodSeconds").asInt(30);
    }

    /** The number of a port that is given by its number or by its name. */
    int port(JsonNode port) {
        if (port.isInt()) {
            return port.asInt();
        }
        for (JsonNode declared : container().path("ports")) {
            if (declared.path("name").asText().equals(port.asText())) {
                return declared.path("containerPort").asInt();
            }
        }
        throw new PodsFailure(name() + " has no port " + port.asText());
    }
}
