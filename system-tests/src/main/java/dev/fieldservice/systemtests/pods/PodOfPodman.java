package dev.fieldservice.systemtests.pods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The pod that a workload of the overlay makes, as podman takes it. It is the workload's own template but for this:
 *
 * <ul>
 *   <li>volumes have names of their own, as podman shares those of one name between pods
 *   <li>it is started again only after a failure, as podman would repeat initial containers for ever
 *   <li>probes and what is done before the end are left out, as podman runs curl inside for the former and knows not the latter
 *   <li>ports that Services open on the node are the pod's own on the host, as podman has no Services
 *   <li>images of servers that are not there are those that {@code ./images --servers} makes
 * </ul>
 */
record PodOfPodman(Workload workload, ObjectNode pod, List<JsonNode> needs, Set<String> secrets) {

    static final String PREFIX = "field-service-demo-";

    private static final List<String> UNKNOWN_TO_PODMAN =
            List.of("startupProbe", "livenessProbe", "readinessProbe", "lifecycle");

    /** @param images what is taken instead of an image */
    static PodOfPodman of(Workload workload, DemoOverlay overlay, Map<String, String> images) {
        ObjectNode pod =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Pod");
        pod.putObject("metadata")
                .put("name", PREFIX + workload.name())
                .set("labels", workload.template().at("/metadata/labels").deepCopy());
        ObjectNode spec = workload.spec().deepCopy();
        spec.put("restartPolicy", "OnFailure");
        pod.set("spec", spec);
        PodOfPodman made = new PodOfPodman(workload, pod, new ArrayList<>(), new TreeSet<>());
        Map<String, String> renamed = made.renameVolumes(overlay);
        made.containers().forEach(container -> {
            container.remove(UNKNOWN_TO_PODMAN);
            String image = container.path("image").asText();
            container.put("image", images.getOrDefault(image, image));
            container.path("volumeMounts").forEach(mount -> rename((ObjectNode) mount, "name", renamed));
        });
        made.openPorts(overlay);
        made.collect(overlay);
        return made;
    }

    String name() {
        return PREFIX + workload.name();
    }

    /** Podman's name for the container that stays. */
    String container() {
        return name() + "-" + workload.container().path("name").asText();
    }

    List<String> images() {
        return containers().stream()
                .map(container -> container.path("image").asText())
                .distinct()
                .toList();
    }

    /** Named volumes that podman makes for it. */
    Set<String> volumes() {
        Set<String> names = new TreeSet<>();
        for (JsonNode volume : pod.at("/spec/volumes")) {
            names.add(volume.at("/persistentVolumeClaim/claimName")
                    .asText(volume.at("/configMap/name")
                            .asText(volume.path("name").asText())));
        }
        return names;
    }

    /** All documents that podman needs to play it. */
    String documents() {
        List<JsonNode> all = new ArrayList<>(needs);
        all.add(pod);
        return all.stream().map(JsonNode::toString).collect(Collectors.joining("\n---\n"));
    }

    /** A port of the pod that is reached at a port of this machine. */
    void open(int port, int onHost) {
        for (JsonNode declared : pod.at("/spec/containers/0/ports")) {
            if (declared.path("containerPort").asInt() == port) {
                ((ObjectNode) declared).put("hostPort", onHost);
                return;
            }
        }
        throw new PodsFailure(workload.name() + " has no port " + port);
    }

    private List<ObjectNode> containers() {
        List<ObjectNode> all = new ArrayList<>();
        pod.at("/spec/initContainers").forEach(container -> all.add((ObjectNode) container));
        pod.at("/spec/containers").forEach(container -> all.add((ObjectNode) container));
        return all;
    }

    private Map<String, String> renameVolumes(DemoOverlay overlay) {
        Map<String, String> renamed = new TreeMap<>();
        for (JsonNode volume : pod.at("/spec/volumes")) {
            String name = volume.path("name").asText();
            renamed.put(name, name() + "-" + name);
            rename((ObjectNode) volume, "name", renamed);
            if (volume.has("persistentVolumeClaim")) {
                String claimed = volume.at("/persistentVolumeClaim/claimName").asText();
                ObjectNode claim = overlay.one("PersistentVolumeClaim", claimed).deepCopy();
                ((ObjectNode) claim.path("metadata")).put("name", PREFIX + claimed);
                ((ObjectNode) volume.path("persistentVolumeClaim")).put("claimName", PREFIX + claimed);
                needs.add(claim);
            }
        }
        return renamed;
    }

    private static void rename(ObjectNode node, String field, Map<String, String> renamed) {
        node.put(field, renamed.get(node.path(field).asText()));
    }

    private void openPorts(DemoOverlay overlay) {
        overlay.ofKind("Service").filter(this::isSelectedBy).forEach(service -> {
            for (JsonNode port : service.at("/spec/ports")) {
                int target = workload.port(port.has("targetPort") ? port.path("targetPort") : port.path("port"));
                if (target != port.path("port").asInt()) {
                    throw new PodsFailure(
                            workload.name() + " is asked at a port that is not its own; podman has no Services");
                }
                if (port.has("nodePort")) {
                    open(target, port.path("nodePort").asInt());
                }
            }
        });
    }

    private boolean isSelectedBy(JsonNode service) {
        JsonNode labels = workload.template().at("/metadata/labels");
        return service.at("/spec/selector").properties().stream()
                .allMatch(wanted -> wanted.getValue().equals(labels.path(wanted.getKey())));
    }

    private void collect(DemoOverlay overlay) {
        Set<String> settings = new TreeSet<>();
        pod.at("/spec/volumes")
                .findValues("configMap")
                .forEach(map -> settings.add(map.path("name").asText()));
        pod.findValues("configMapKeyRef")
                .forEach(map -> settings.add(map.path("name").asText()));
        pod.findValues("secretKeyRef")
                .forEach(secret -> secrets.add(secret.path("name").asText()));
        settings.forEach(name -> needs.add(overlay.one("ConfigMap", name)));
    }
}
