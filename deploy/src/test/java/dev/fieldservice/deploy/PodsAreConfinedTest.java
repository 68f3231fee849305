package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for everything that runs: restricted pod security, limits, probes, images that are named exactly. */
class PodsAreConfinedTest {

    /** Images of others that write into their own folders when they start; only the demo has them. */
    private static final Set<String> WRITE_WHERE_THEY_LIE = Set.of("kafka", "keycloak");

    @ParameterizedTest
    @EnumSource
    void whatRunsIsConfined(Overlay overlay) {
        assertThat(Pod.of(overlay)).hasSizeGreaterThanOrEqualTo(Deployable.ALL.size());
        assertThat(Pod.of(overlay).stream().flatMap(pod -> objections(pod).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theNamespaceRefusesWhatIsNot(Overlay overlay) {
        assertThat(overlay.ofKind("Namespace")
                        .findFirst()
                        .orElseThrow()
                        .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                        .asText())
                .isEqualTo("restricted");
    }

    @ParameterizedTest
    @EnumSource
    void noAccountOfOursHasAToken(Overlay overlay) {
        for (Deployable deployable : Deployable.ALL) {
            assertThat(overlay.one("ServiceAccount", deployable.name())
                            .path("automountServiceAccountToken")
                            .asBoolean(true))
                    .isFalse();
            assertThat(Pod.of(overlay, deployable.name())
                            .spec()
                            .path("serviceAccountName")
                            .asText())
                    .isEqualTo(deployable.name());
        }
    }

    /** Each rule is broken once, and found. */
    @Test
    void whatIsNotConfinedIsFound() {
        JsonNode sound = Overlay.PRODUCTION.one("Deployment", "gateway");
        Map<String, String> breaks = Map.ofEntries(
                Map.entry("/spec/template/spec/securityContext|runAsNonRoot", "runs as root"),
                Map.entry("/spec/template/spec/securityContext|runAsUser", "runs as root"),
                Map.entry("/spec/template/spec/securityContext|seccompProfile", "seccomp"),
                Map.entry("/spec/template/spec|automountServiceAccountToken", "token"),
                Map.entry("/spec/template/spec/containers/0/securityContext|readOnlyRootFilesystem", "writes"),
                Map.entry("/spec/template/spec/containers/0/securityContext|capabilities", "capabilities"),
                Map.entry("/spec/template/spec/containers/0/securityContext|allowPrivilegeEscalation", "privileges"),
                Map.entry("/spec/template/spec/containers/0/resources/limits|memory", "limits/memory"),
                Map.entry("/spec/template/spec/containers/0/resources/requests|cpu", "requests/cpu"),
                Map.entry("/spec/template/spec/containers/0|livenessProbe", "livenessProbe"),
                Map.entry("/spec/template/spec/containers/0|image", "image"));
        breaks.forEach((where, why) -> {
            JsonNode broken = sound.deepCopy();
            String[] parts = where.split("\\|");
            ((ObjectNode) broken.at(parts[0])).remove(parts[1]);
            assertThat(objections(new Pod("gateway", broken)))
                    .as(where)
                    .singleElement()
                    .asString()
                    .contains(why);
        });
        JsonNode newest = sound.deepCopy();
        ((ObjectNode) newest.at("/spec/template/spec/containers/0")).put("image", "gateway:latest");
        assertThat(objections(new Pod("gateway", newest))).hasSize(1);
        JsonNode more = sound.deepCopy();
        ((ArrayNode) more.at("/spec/template/spec/containers/0/securityContext/capabilities/drop")).removeAll();
        assertThat(objections(new Pod("gateway", more))).hasSize(1);
    }

    private static List<String> objections(Pod pod) {
        List<String> found = new ArrayList<>();
        JsonNode all = pod.spec().path("securityContext");
        unless(all.path("runAsNonRoot").asBoolean() && all.path("runAsUser").asInt() > 0, "runs as root", found);
        unless(all.at("/seccompProfile/type").asText().equals("RuntimeDefault"), "seccomp", found);
        unless(!pod.spec().path("automountServiceAccountToken").asBoolean(true), "has a token", found);
        unless(
                !pod.spec().toString().matches(".*\"(hostPath|hostNetwork|hostPID|privileged)\".*"),
                "sees the host",
                found);
        Pod.list(pod.spec().path("containers")).forEach(container -> {
            if (!pod.owner().path("kind").asText().equals("Job")) {
                for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                    unless(container.has(probe), "lacks " + probe, found);
                }
            }
        });
        pod.containers().forEach(container -> confine(pod, container, found));
        return found.stream().map(objection -> pod.name() + " " + objection).toList();
    }

    private static void confine(Pod pod, JsonNode container, List<String> found) {
        JsonNode rights = container.path("securityContext");
        unless(
                rights.path("readOnlyRootFilesystem").asBoolean() || WRITE_WHERE_THEY_LIE.contains(pod.name()),
                "writes to its image",
                found);
        unless(!rights.path("allowPrivilegeEscalation").asBoolean(true), "may gain privileges", found);
        unless(
                rights.at("/capabilities/drop/0").asText().equals("ALL")
                        && !rights.at("/capabilities").has("add"),
                "has capabilities",
                found);
        for (String limit : List.of("requests/cpu", "requests/memory", "limits/cpu", "limits/memory")) {
            unless(!container.at("/resources/" + limit).isMissingNode(), "lacks " + limit, found);
        }
        String image = container.path("image").asText();
        unless(image.matches(".+:[^:/]+") && !image.endsWith(":latest"), "has an image of no version: " + image, found);
    }

    private static void unless(boolean holds, String objection, List<String> found) {
        if (!holds) {
            found.add(objection);
        }
    }
}
