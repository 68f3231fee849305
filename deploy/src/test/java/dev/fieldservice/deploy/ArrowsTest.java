package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.deploy.Arrows.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pods reach each other along the arrows of the architecture, and no others. */
class ArrowsTest {

    private static final String INGRESS = "fieldservice.dev/ingress";
    private static final String MONITORING = "fieldservice.dev/monitoring";

    @ParameterizedTest
    @EnumSource
    void whoTalksToWhomIsWhatTheArchitectureSays(Overlay overlay) {
        Arrows arrows = new Arrows(overlay.ofKind("NetworkPolicy"));
        assertThat(arrows.of(ours(overlay), places(overlay))).isEqualTo(expected(overlay));
    }

    @ParameterizedTest
    @EnumSource
    void nothingRunsWithoutPolicy(Overlay overlay) {
        Arrows arrows = new Arrows(overlay.ofKind("NetworkPolicy"));
        assertThat(arrows.confine(Map.of("who", "ever"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheGatewayIsReachedFromOutside(Overlay overlay) {
        Arrows arrows = new Arrows(overlay.ofKind("NetworkPolicy"));
        for (Pod pod : ours(overlay)) {
            assertThat(arrows.into(pod))
                    .isEqualTo(
                            !pod.name().equals("gateway")
                                    ? Set.of(MONITORING)
                                    : overlay == Overlay.DEMO
                                            ? Set.of(MONITORING, INGRESS, "anywhere")
                                            : Set.of(MONITORING, INGRESS));
        }
    }

    /** Policies add up: one more of an operator that lets everybody in would undo ours. */
    @Test
    void theProvidersOperatorOpensNothingBesides() {
        assertThat(Overlay.PRODUCTION
                        .one("Keycloak", "keycloak")
                        .at("/spec/networkPolicy/enabled")
                        .asBoolean(true))
                .isFalse();
    }

    /** Nothing below /q. */
    @Test
    void theIngressLeadsToTheApiItsDescriptionAndSigningIn() {
        assertThat(Overlay.PRODUCTION
                        .ofKind("Ingress")
                        .flatMap(ingress -> Pod.list(ingress.at("/spec/rules")))
                        .flatMap(rule -> Pod.list(rule.at("/http/paths")))
                        .map(path -> path.at("/backend/service/name").asText() + " "
                                + path.path("path").asText()))
                .containsExactlyInAnyOrder(
                        "gateway /v1",
                        "gateway /docs",
                        "gateway /openapi.json",
                        "keycloak-service /realms",
                        "keycloak-service /resources");
        Overlay.PRODUCTION
                .ofKind("Ingress")
                .forEach(ingress -> assertThat(ingress.findValuesAsText("host"))
                        .containsExactlyElementsOf(Pod.list(ingress.at("/spec/tls/0/hosts"))
                                .map(JsonNode::asText)
                                .toList()));
    }

    /** The check itself: one arrow too many, and one too few. */
    @Test
    void anotherArrowIsFound() throws Exception {
        JsonNode more = new ObjectMapper().readTree("""
                {"kind": "NetworkPolicy", "metadata": {"name": "x"}, "spec": {"podSelector": {"matchLabels":
                {"app.kubernetes.io/name": "ticket-service"}}, "policyTypes": ["Ingress"], "ingress":
                [{"from": [{"podSelector": {}}]}]}}""");
        JsonNode out = new ObjectMapper()
                .readTree(more.toString()
                        .replace("Ingress", "Egress")
                        .replace("ingress", "egress")
                        .replace("from", "to")
                        .replace("ticket-service", "billing-service"));
        Arrows arrows = new Arrows(Stream.concat(Overlay.PRODUCTION.ofKind("NetworkPolicy"), Stream.of(more, out)));
        Set<String> found = arrows.of(ours(Overlay.PRODUCTION), places(Overlay.PRODUCTION));
        found.removeAll(expected(Overlay.PRODUCTION));
        assertThat(found).containsExactly("billing-service -> ticket-service:8101");

        JsonNode fewer =
                Overlay.PRODUCTION.one("NetworkPolicy", "gateway-to-services").deepCopy();
        ((ArrayNode) fewer.at("/spec/egress")).forEach(rule -> ((ObjectNode) rule).remove("to"));
        assertThat(new Arrows(Stream.of(fewer)).of(ours(Overlay.PRODUCTION), places(Overlay.PRODUCTION)))
                .containsExactly("gateway -> outside:http");
    }

    private static Set<String> expected(Overlay overlay) {
        Set<String> arrows = new HashSet<>();
        for (Deployable deployable : Deployable.ALL) {
            String from = deployable.name() + " -> ";
            arrows.add(from + (overlay == Overlay.DEMO ? "provider:8080" : "provider:8443"));
            if (deployable.hasDatabase()) {
                arrows.add("gateway -> " + deployable.name() + ":" + deployable.port());
                arrows.add(from + "databases:5432");
                arrows.add(from + (overlay == Overlay.DEMO ? "broker:9092" : "broker:9093"));
            }
            if (deployable.uses("mail")) {
                arrows.add(from + (overlay == Overlay.DEMO ? "mail:3025" : "outside:587"));
            }
            if (deployable.name().equals("ticket-service")) {
                arrows.add(from + (overlay == Overlay.DEMO ? "mail:3143" : "outside:993"));
            }
            if (deployable.uses("files") && overlay == Overlay.PRODUCTION) {
                arrows.add(from + "outside:443");
            }
        }
        return arrows;
    }

    private static List<Pod> ours(Overlay overlay) {
        return Pod.of(overlay).stream().filter(Pod::isOurs).toList();
    }

    private static List<Place> places(Overlay overlay) {
        Stream<Place> six = ours(overlay).stream()
                .map(pod ->
                        new Place(pod.name(), pod.labels(), Map.of("http", new Deployable(pod.name()).port()), true));
        Stream<Place> servers = overlay == Overlay.DEMO
                ? Stream.of(
                        server("databases", "postgres", 5432),
                        server("broker", "kafka", 9092),
                        server("provider", "keycloak", 8080),
                        new Place(
                                "mail",
                                Map.of("app.kubernetes.io/name", "mail"),
                                Map.of("smtp", 3025, "imap", 3143),
                                true))
                : Stream.of(
                        new Place(
                                "databases", Map.of("cnpg.io/cluster", "databases"), Map.of("postgresql", 5432), true),
                        new Place(
                                "broker",
                                Map.of("strimzi.io/cluster", "field-service", "strimzi.io/kind", "Kafka"),
                                Map.of("tls", 9093),
                                false),
                        new Place("provider", Map.of("app", "keycloak"), Map.of("https", 8443), true));
        return Stream.concat(six, servers).toList();
    }

    private static Place server(String name, String app, int port) {
        return new Place(name, Map.of("app.kubernetes.io/name", app), Map.of("port", port), true);
    }
}
