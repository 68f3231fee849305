package dev.fieldservice.systemtests.pods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code deploy/kubernetes/overlays/demo}, every object of it as Kustomize builds it. */
record DemoOverlay(List<JsonNode> objects) {

    /** What podman runs, or needs for what it runs. */
    private static final Set<String> PLAYED =
            Set.of("Deployment", "Job", "ConfigMap", "Secret", "PersistentVolumeClaim", "Service");

    /** What there is nobody for who would read it: podman has no namespaces, policies or accounts. */
    private static final Set<String> WITHOUT_READER = Set.of("Namespace", "NetworkPolicy", "ServiceAccount");

    DemoOverlay {
        for (JsonNode object : objects) {
            String kind = object.path("kind").asText();
            if (!PLAYED.contains(kind) && !WITHOUT_READER.contains(kind)) {
                throw new PodsFailure("nobody has said what podman makes of a " + kind + " such as " + name(object));
            }
        }
        objects = List.copyOf(objects);
    }

    static boolean canBeBuilt() {
        return kustomize().isPresent();
    }

    static DemoOverlay build(Path checkout) {
        Program kustomize = kustomize().orElseThrow(() -> new PodsFailure("kubectl or kustomize is needed"));
        String yaml = kustomize.run(
                checkout.resolve("deploy/kubernetes/overlays/demo").toString());
        try (var documents = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return new DemoOverlay(documents.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Program> kustomize() {
        return Stream.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"))
                .filter(command -> Program.isInstalled(command.getFirst()))
                .map(command -> new Program(command, Map.of()))
                .findFirst();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** Whatever makes pods. */
    List<Workload> workloads() {
        return objects.stream()
                .filter(object ->
                        Set.of("Deployment", "Job").contains(object.path("kind").asText()))
                .map(Workload::new)
                .toList();
    }

    Workload workload(String name) {
        return workloads().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PodsFailure("there is no workload " + name));
    }

    JsonNode one(String kind, String name) {
        return ofKind(kind)
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new PodsFailure("there is no " + kind + " " + name));
    }

    Stream<JsonNode> ofKind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }
}
