package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each object of each overlay has the form that the API server, or the operator, expects. */
class ManifestsAreSoundTest {

    @ParameterizedTest
    @EnumSource
    void everyObjectHasTheFormOfItsKind(Overlay overlay) {
        assertThat(overlay.objects()).isNotEmpty();
        assertThat(overlay.objects().stream().flatMap(object -> Kinds.objections(object).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noTwoObjectsHaveTheSameNameAndAllAreInOneNamespace(Overlay overlay) {
        assertThat(overlay.objects().stream().map(Overlay::title)).doesNotHaveDuplicates();
        assertThat(overlay.objects().stream()
                        .filter(object -> !object.path("kind").asText().equals("Namespace"))
                        .map(object -> object.at("/metadata/namespace").asText())
                        .collect(Collectors.toSet()))
                .containsExactly(
                        Overlay.name(overlay.ofKind("Namespace").findFirst().orElseThrow()));
    }

    /** What each kind of mistake is answered with: a check that finds nothing wrong would not be missed otherwise. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployment    | gateway       | /spec/template/spec/containers/0 | prots            | "x"
            Deployment    | gateway       | /spec/template/spec/containers/0/ports/0 | containerPort | "8080"
            Deployment    | gateway       | /spec/template/spec/containers/0/env/0 | value      | 5
            NetworkPolicy | default-deny  | /spec                            | podSelectors     | {}
            Kafka         | field-service | /spec/kafka                      | listener         | []
            KafkaTopic    | job-closed    | /spec                            | replicaz         | 3
            KafkaTopic    | job-closed    | /spec                            | partitions       | "six"
            Cluster       | databases     | /spec                            | instances        | "3"
            Cluster       | databases     | /spec                            | instanzes        | 3
            Database      | ticket        | /spec                            | owners           | "x"
            ScheduledBackup | nightly     | /spec                            | schedule         | "0 1 * * *"
            ObjectStore   | databases     | /spec/configuration              | destination      | "x"
            Keycloak      | keycloak      | /spec/http                       | tlsSecrets       | "x"
            KeycloakRealmImport | field-service | /spec                      | realms           | {}
            """)
    void aMistakeIsFound(String kind, String name, String pointer, String field, String value) throws Exception {
        JsonNode broken = Overlay.PRODUCTION.one(kind, name).deepCopy();
        ((ObjectNode) broken.at(pointer)).set(field, new ObjectMapper().readTree(value));
        assertThat(Kinds.objections(broken)).isNotEmpty();
    }

    @Test
    void aMissingFieldIsFound() {
        JsonNode broken = Overlay.PRODUCTION.one("Cluster", "databases").deepCopy();
        ((ObjectNode) broken.path("spec")).remove("instances");
        assertThat(Kinds.objections(broken)).isNotEmpty();

        JsonNode pool = Overlay.PRODUCTION.one("KafkaNodePool", "node").deepCopy();
        ((ObjectNode) pool.path("spec")).remove("roles");
        assertThat(Kinds.objections(pool)).isEqualTo(List.of("KafkaNodePool node: /spec/roles is missing"));
    }
}
