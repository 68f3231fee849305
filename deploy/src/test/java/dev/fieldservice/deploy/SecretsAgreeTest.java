package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.ServiceName;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every value that something refers to is there, and every one that is there is referred to. */
class SecretsAgreeTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (`[^|]+`) \\|");

    @ParameterizedTest
    @EnumSource
    void settingsAreAllThereAndAllUsed(Overlay overlay) {
        assertThat(references(overlay, "configMapKeyRef")).isEqualTo(kept(overlay, "ConfigMap"));
    }

    @Test
    void theDemoBringsItsSecrets() {
        assertThat(references(Overlay.DEMO, "secretKeyRef")).isEqualTo(kept(Overlay.DEMO, "Secret"));
    }

    /** docs/operations.md tells whoever installs which Secrets to make; the operators make the others. */
    @Test
    void theSecretsOfProductionAreToldAndNoOthers() {
        assertThat(Overlay.PRODUCTION.ofKind("Secret")).isEmpty();
        Set<String> wanted = references(Overlay.PRODUCTION, "secretKeyRef");
        wanted.removeAll(byStrimzi());
        Overlay.PRODUCTION
                .ofKind("Cluster")
                .forEach(cluster -> cluster.findValues("passwordSecret")
                        .forEach(secret -> Stream.of("username", "password")
                                .forEach(key -> wanted.add(secret.path("name").asText() + " " + key))));
        Stream.of("accessKeyId", "secretAccessKey", "usernameSecret", "passwordSecret", "secret")
                .flatMap(field ->
                        Overlay.PRODUCTION.objects().stream().flatMap(object -> object.findValues(field).stream()))
                .filter(reference -> reference.has("key"))
                .forEach(reference -> wanted.add(reference.path("name").asText() + " "
                        + reference.path("key").asText()));
        Stream.of("secretName", "tlsSecret")
                .flatMap(field -> Overlay.PRODUCTION.objects().stream()
                        .flatMap(object -> object.findValuesAsText(field).stream()))
                .forEach(name -> Stream.of("tls.crt", "tls.key").forEach(key -> wanted.add(name + " " + key)));
        // Whom our pods trust to be the provider
        wanted.add("keycloak-tls ca.crt");

        Set<String> told = new TreeSet<>();
        String section =
                Checkout.read("docs/operations.md").split("### Secrets\n")[1].split("\n##")[0];
        ROW.matcher(section)
                .results()
                .forEach(row -> Stream.of(row.group(2).split(", "))
                        .forEach(key -> told.add(row.group(1) + " " + key.replace("`", ""))));
        assertThat(told).isEqualTo(wanted);
    }

    private static Set<String> byStrimzi() {
        Set<String> made = ServiceName.ALL.stream()
                .map(service -> service + " sasl.jaas.config")
                .collect(Collectors.toSet());
        made.add(
                Overlay.name(Overlay.PRODUCTION.ofKind("Kafka").findFirst().orElseThrow()) + "-cluster-ca-cert ca.crt");
        return made;
    }

    private static Set<String> references(Overlay overlay, String kind) {
        return Pod.of(overlay).stream()
                .flatMap(pod -> pod.owner().findValues(kind).stream())
                .map(reference -> reference.path("name").asText() + " "
                        + reference.path("key").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that are not mounted as files. */
    private static Set<String> kept(Overlay overlay, String kind) {
        Set<String> mounted = overlay.objects().stream()
                .flatMap(object -> object.findValues("configMap").stream())
                .map(volume -> volume.path("name").asText())
                .collect(Collectors.toSet());
        Set<String> kept = new TreeSet<>();
        overlay.ofKind(kind)
                .filter(object -> !mounted.contains(Overlay.name(object)))
                .forEach(object -> keys(object).forEach(key -> kept.add(Overlay.name(object) + " " + key)));
        return kept;
    }

    private static Stream<String> keys(JsonNode object) {
        return object.path("data").properties().stream().map(entry -> entry.getKey());
    }
}
