package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.ServiceName;
import dev.fieldservice.contracts.Topics;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases, broker and provider are as the six need them. */
class ServersAgreeTest {

    /** Beside a service's pools: what asks the database for the health of both. */
    private static final int ASKING = 1;

    /** For people, backups and the operator. */
    private static final int OTHERS = 20;

    @Test
    void eachServiceHasItsDatabaseAndOwnsIt() {
        List<String> databases = Stream.concat(
                        ServiceName.ALL.stream().map(service -> service.replace("-service", "")), Stream.of("keycloak"))
                .toList();
        assertThat(Overlay.PRODUCTION
                        .ofKind("Database")
                        .map(database -> database.at("/spec/name").asText() + " of "
                                + database.at("/spec/owner").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        databases.stream().map(name -> name + " of " + name).toList());
        assertThat(Pod.list(Overlay.PRODUCTION.one("Cluster", "databases").at("/spec/managed/roles"))
                        .map(role -> role.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(databases);
        String sql = data(Overlay.DEMO, "databases").path("databases.sql").asText();
        for (String service : ServiceName.ALL) {
            String name = service.replace("-service", "");
            assertThat(sql)
                    .contains("create role " + name + " login password '" + name + "';")
                    .contains("create database " + name + " owner " + name + ";");
        }
    }

    /** On 993 nothing but TLS is spoken, and anywhere else none from the first byte on. */
    @ParameterizedTest
    @EnumSource
    void theMailboxIsReadAsItsPortWantsIt(Overlay overlay) {
        JsonNode app = Pod.of(overlay, "ticket-service").container("app");

        assertThat(Pod.value(app, "FIELDSERVICE_MAILBOX_SSL").equals(Optional.of("true")))
                .isEqualTo(data(overlay, "field-service")
                        .path("mailbox-port")
                        .asText()
                        .equals("993"));
    }

    @Test
    void noMailLeavesProductionUnencrypted() {
        for (Pod pod : Pod.of(Overlay.PRODUCTION)) {
            for (JsonNode container : pod.containers()) {
                if (Pod.variables(container).contains("SMTP_HOST")) {
                    assertThat(Pod.value(container, "FIELDSERVICE_MAIL_START_TLS"))
                            .as(pod.name())
                            .contains("REQUIRED");
                }
            }
        }
    }

    /** Of each as many as may be, and one more while it is rolled out. */
    @Test
    void theDatabaseHasAConnectionForEveryoneAtTheirMost() {
        int wanted = Overlay.PRODUCTION
                                .one("Keycloak", "keycloak")
                                .at("/spec/instances")
                                .asInt()
                        * Overlay.PRODUCTION
                                .one("Keycloak", "keycloak")
                                .at("/spec/db/poolMaxSize")
                                .asInt()
                + OTHERS;
        for (String service : ServiceName.ALL) {
            Settings settings = new Deployable(service).settings();
            int each = Integer.parseInt(settings.value("quarkus.datasource.reactive.max-size"))
                    + Integer.parseInt(settings.value("quarkus.datasource.jdbc.max-size"))
                    + ASKING;
            wanted += each * (replicas(service) + 1);
        }
        assertThat(Overlay.PRODUCTION
                        .one("Cluster", "databases")
                        .at("/spec/postgresql/parameters/max_connections")
                        .asInt())
                .isBetween(wanted, 2 * wanted);
    }

    @Test
    void nobodyIsScaledBeyondThePartitions() {
        assertThat(ServiceName.ALL)
                .allSatisfy(service -> assertThat(replicas(service)).isBetween(2, Topics.PARTITIONS));
        assertThat(Deployable.ALL)
                .allSatisfy(deployable -> assertThat(Overlay.PRODUCTION
                                .one("PodDisruptionBudget", deployable.name())
                                .at("/spec/maxUnavailable")
                                .asInt())
                        .isEqualTo(1));
    }

    @Test
    void topicsAndPrincipalsOfTheBrokerAreTheOnesOfTheTopicTable() {
        // What each of them is, BrokerRightsTest of local-stack compares
        assertThat(Overlay.PRODUCTION.ofKind("KafkaTopic").map(Overlay::name))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Topics.ALL.stream(), Topics.DEAD_LETTERS.stream())
                        .toList());
        assertThat(Overlay.PRODUCTION.ofKind("KafkaUser").map(Overlay::name))
                .containsExactlyInAnyOrderElementsOf(ServiceName.ALL);
        JsonNode kafka = Overlay.PRODUCTION.one("Kafka", "field-service").at("/spec/kafka");
        assertThat(kafka.at("/authorization/type").asText()).isEqualTo("simple");
        assertThat(kafka.path("listeners")).hasSize(1);
        assertThat(kafka.at("/listeners/0/tls").asBoolean()).isTrue();
        assertThat(kafka.at("/listeners/0/authentication/type").asText()).isEqualTo("scram-sha-512");
        Stream.concat(
                        Overlay.PRODUCTION.ofKind("KafkaTopic"),
                        Stream.concat(
                                Overlay.PRODUCTION.ofKind("KafkaUser"), Overlay.PRODUCTION.ofKind("KafkaNodePool")))
                .forEach(object -> assertThat(object.at("/metadata/labels/strimzi.io~1cluster")
                                .asText())
                        .isEqualTo("field-service"));
        int nodes = Overlay.PRODUCTION
                .one("KafkaNodePool", "node")
                .at("/spec/replicas")
                .asInt();
        Overlay.PRODUCTION
                .ofKind("KafkaTopic")
                .forEach(topic -> assertThat(topic.at("/spec/replicas").asInt()).isBetween(2, nodes));
    }

    @Test
    void servicesUseTheListenerAsThemselves() {
        JsonNode listener = Overlay.PRODUCTION.one("Kafka", "field-service").at("/spec/kafka/listeners/0");
        for (String service : ServiceName.ALL) {
            JsonNode app = Pod.of(Overlay.PRODUCTION, service).container("app");
            assertThat(Pod.value(app, "KAFKA_BOOTSTRAP_SERVERS"))
                    .hasValue("field-service-kafka-bootstrap:"
                            + listener.path("port").asInt());
            assertThat(Pod.value(app, "KAFKA_SECURITY_PROTOCOL")).hasValue("SASL_SSL");
            assertThat(Pod.value(app, "KAFKA_SASL_MECHANISM")).hasValue("SCRAM-SHA-512");
            assertThat(app.path("env").toString())
                    .contains("{\"secretKeyRef\":{\"key\":\"sasl.jaas.config\",\"name\":\"" + service + "\"}}");
            assertThat(Selector.selects(
                            listener.at("/networkPolicyPeers/0/podSelector"),
                            Pod.of(Overlay.PRODUCTION, service).labels()))
                    .isTrue();
        }
        assertThat(Selector.selects(
                        listener.at("/networkPolicyPeers/0/podSelector"),
                        Pod.of(Overlay.PRODUCTION, "gateway").labels()))
                .isFalse();
    }

    @Test
    void theDemoHasTheSameTopics() {
        List<String> expected = Stream.concat(
                        Topics.ALL.stream().map(topic -> line(topic, Topics.PARTITIONS)),
                        Topics.DEAD_LETTERS.stream().map(topic -> line(topic, 1)))
                .toList();
        assertThat(data(Overlay.DEMO, "topics").path("topics.txt").asText().lines())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theDemoHasTheServersThatTheTestsHave() {
        String docker = Checkout.read("platform/testing/src/main/java/dev/fieldservice/platform/testing/Docker.java");
        String pom = Checkout.read("pom.xml");
        assertThat(image("postgres")).isEqualTo(first("POSTGRES = \"(.+)\"", docker));
        assertThat(image("kafka")).isEqualTo(first("KAFKA = \"(.+)\"", docker));
        assertThat(image("keycloak")).isEqualTo("quay.io/keycloak/keycloak:" + first("<keycloak.version>(.+)</", pom));
        assertThat(image("mail")).isEqualTo("greenmail/standalone:" + first("<greenmail.version>(.+)</", pom));
    }

    private static String line(String topic, int partitions) {
        return topic + " " + partitions + " " + Topics.settings(topic).get("cleanup.policy");
    }

    private static int replicas(String service) {
        return Overlay.PRODUCTION
                .ofKind("HorizontalPodAutoscaler")
                .filter(scaler ->
                        scaler.at("/spec/scaleTargetRef/name").asText().equals(service))
                .map(scaler -> scaler.at("/spec/maxReplicas").asInt())
                .findFirst()
                .orElseGet(() -> Overlay.PRODUCTION
                        .one("Deployment", service)
                        .at("/spec/replicas")
                        .asInt());
    }

    private static JsonNode data(Overlay overlay, String configMap) {
        return overlay.ofKind("ConfigMap")
                .filter(map -> Overlay.name(map).startsWith(configMap + "-"))
                .findFirst()
                .orElseThrow()
                .path("data");
    }

    private static String image(String server) {
        return Pod.of(Overlay.DEMO, server).container("server").path("image").asText();
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
