package dev.fieldservice.systemtests.pods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code deploy/kubernetes/play} makes of the demo's workloads; that it runs is seen where podman is. */
class PodOfPodmanTest {

    private static DemoOverlay overlay;

    @BeforeAll
    static void theOverlayIsBuilt() {
        assumeTrue(
                DemoOverlay.canBeBuilt(),
                "SKIPPED: neither kubectl nor kustomize is installed, so that nobody looks at what podman is given");
        overlay = DemoOverlay.build(Path.of(".."));
    }

    @Test
    void whatAContainerIsAllowedAndToldIsWhatTheManifestSays() {
        List<Workload> workloads = overlay.workloads();
        assertThat(workloads).hasSize(11);
        for (Workload workload : workloads) {
            PodOfPodman pod = PodOfPodman.of(workload, overlay, Map.of());
            assertThat(containers(pod)).hasSameSizeAs(workload.containers());
            for (int i = 0; i < containers(pod).size(); i++) {
                for (String field :
                        List.of("name", "image", "args", "command", "env", "resources", "securityContext")) {
                    assertThat(containers(pod).get(i).path(field))
                            .as(workload.name() + " " + field)
                            .isEqualTo(workload.containers().get(i).path(field));
                }
            }
            assertThat(pod.pod().at("/spec/restartPolicy").asText()).isEqualTo("OnFailure");
            assertThat(pod.pod().at("/spec/securityContext"))
                    .isEqualTo(workload.spec().path("securityContext"));
        }
    }

    @Test
    void noTwoPodsWriteToTheSameVolume() {
        Set<String> seen = new HashSet<>();
        for (Workload workload : overlay.workloads()) {
            PodOfPodman pod = PodOfPodman.of(workload, overlay, Map.of());
            Set<String> written = new HashSet<>(pod.volumes());
            overlay.ofKind("ConfigMap").map(DemoOverlay::name).forEach(written::remove);
            written.forEach(volume -> assertThat(seen.add(volume)).as(volume).isTrue());
            for (JsonNode mount : pod.pod().at("/spec/containers/0/volumeMounts")) {
                assertThat(pod.pod().at("/spec/volumes").findValuesAsText("name"))
                        .contains(mount.path("name").asText());
            }
        }
        assertThat(seen).hasSizeGreaterThan(10);
    }

    @Test
    void whatIsOpenOnTheNodeIsOpenOnThisMachineAndNothingElse() {
        for (Workload workload : overlay.workloads()) {
            List<Integer> open = PodOfPodman.of(workload, overlay, Map.of()).pod().findValues("hostPort").stream()
                    .map(JsonNode::asInt)
                    .toList();
            assertThat(open)
                    .as(workload.name())
                    .isEqualTo(
                            switch (workload.name()) {
                                case "gateway" -> List.of(30080);
                                case "keycloak" -> List.of(30180);
                                default -> List.of();
                            });
        }
    }

    @Test
    void whatAPodReadsComesWithIt() {
        PodOfPodman tickets = PodOfPodman.of(overlay.workload("ticket-service"), overlay, Map.of());

        assertThat(tickets.needs())
                .extracting(needed -> needed.path("kind").asText())
                .containsExactlyInAnyOrder("ConfigMap", "PersistentVolumeClaim");
        assertThat(tickets.secrets()).hasSize(3).anyMatch(name -> name.startsWith("ticket-db"));
        assertThat(tickets.documents().split("\n---\n")).hasSize(3);
    }

    @Test
    void aServiceThatTurnsOnePortIntoAnotherIsRefusedAsPodmanHasNoServices() {
        List<JsonNode> objects = new ArrayList<>(overlay.objects());
        ObjectNode service = overlay.one("Service", "billing-service").deepCopy();
        ((ObjectNode) service.at("/spec/ports/0")).put("port", 80);
        objects.remove(overlay.one("Service", "billing-service"));
        objects.add(service);
        DemoOverlay other = new DemoOverlay(objects);

        assertThatThrownBy(() -> PodOfPodman.of(other.workload("billing-service"), other, Map.of()))
                .isInstanceOf(PodsFailure.class)
                .hasMessageContaining("billing-service");
    }

    @Test
    void aKindThatNobodyThoughtOfIsRefused() {
        JsonNode unknown = JsonNodeFactory.instance.objectNode().put("kind", "StatefulSet");

        assertThatThrownBy(() -> new DemoOverlay(List.of(unknown)))
                .isInstanceOf(PodsFailure.class)
                .hasMessageContaining("StatefulSet");
    }

    private static List<JsonNode> containers(PodOfPodman pod) {
        List<JsonNode> all = new ArrayList<>();
        pod.pod().path("spec").path("initContainers").forEach(all::add);
        pod.pod().path("spec").path("containers").forEach(all::add);
        return all;
    }
}
