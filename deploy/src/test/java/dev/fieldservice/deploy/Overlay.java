package dev.fieldservice.deploy;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An overlay as Kustomize builds it: every object that would be applied. */
enum Overlay {
    DEMO,
    PRODUCTION;

    private static final Map<Overlay, List<JsonNode>> BUILT = new ConcurrentHashMap<>();

    private static final Optional<List<String>> KUSTOMIZE = Stream.of(
                    List.of("kubectl", "kustomize"), List.of("kustomize", "build"))
            .filter(command -> Tool.isThere(command.getFirst()))
            .findFirst();

    Path folder() {
        return Checkout.ROOT.resolve("deploy/kubernetes/overlays/" + name().toLowerCase(Locale.ROOT));
    }

    /** Aborts the test, and says why, where neither kubectl nor kustomize is installed. */
    List<JsonNode> objects() {
        return BUILT.computeIfAbsent(this, Overlay::build);
    }

    Stream<JsonNode> ofKind(String kind) {
        return objects().stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    /** @throws IllegalStateException when there is none */
    JsonNode one(String kind, String name) {
        return ofKind(kind)
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + kind + " " + name + " in " + this));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** For messages. */
    static String title(JsonNode object) {
        return object.path("kind").asText() + " " + name(object);
    }

    private List<JsonNode> build() {
        List<String> kustomize = KUSTOMIZE.orElseGet(() ->
                abort("SKIPPED: neither kubectl nor kustomize is installed, so that the manifests are not checked"));
        String yaml = Tool.run(Stream.concat(kustomize.stream(), Stream.of(folder().toString()))
                .toList());
        try (var documents = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
