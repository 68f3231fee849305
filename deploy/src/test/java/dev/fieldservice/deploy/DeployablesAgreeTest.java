package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The manifests and the sources of the six say the same, in both directions. */
class DeployablesAgreeTest {

    /** What a properties file takes from the environment and the manifests leave as it is. */
    private static final Map<String, String> LEFT_ALONE = Map.of(
            "HTTP_PORT", "its default is the port of the container",
            "HTTP_HOST", "all interfaces",
            "DB_USER", "bears the database's name",
            "LOG_JSON", "the default of a package",
            "TRACE_RATIO", "nothing is exported unless somebody sets up where to");

    /** What is not ours: of the framework and of the JVM. */
    private static final Map<String, String> OF_OTHERS = Map.of(
            "JDK_JAVA_OPTIONS", "read by the java command",
            "QUARKUS_INIT_AND_EXIT", "migrates and ends",
            "QUARKUS_OIDC_TENANT_ENABLED", "who migrates asks nobody who is who",
            "QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME", "names the trust store below",
            "QUARKUS_TLS_PROVIDER_TRUST_STORE_PEM_CERTS", "whom to believe to be the provider",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "limits count for clients",
            "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "whose word on that is taken");

    /** Seconds after SIGTERM, as docs/operations.md promises; LeavingTest of fault-run prints what it takes. */
    private static final int GONE_WITHIN = 10;

    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");

    @ParameterizedTest
    @EnumSource
    void theSixAreDeployedAndNothingElseOfOurs(Overlay overlay) {
        assertThat(Pod.of(overlay).stream().filter(Pod::isOurs).map(Pod::name))
                .containsExactlyInAnyOrderElementsOf(
                        Deployable.ALL.stream().map(Deployable::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void eachListensAndIsReachedWhereTheCodeSays(Overlay overlay) {
        for (Deployable deployable : Deployable.ALL) {
            JsonNode app = Pod.of(overlay, deployable.name()).container("app");
            assertThat(app.path("ports")).hasSize(1);
            assertThat(app.at("/ports/0/containerPort").asInt()).isEqualTo(deployable.port());

            JsonNode service = overlay.one("Service", deployable.name());
            assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(deployable.port());
            assertThat(service.at("/spec/ports/0/targetPort").asText())
                    .isEqualTo(app.at("/ports/0/name").asText());
            assertThat(Selector.selects(
                            service.at("/spec/selector"),
                            Pod.of(overlay, deployable.name()).labels()))
                    .isTrue();
            assertThat(Pod.of(overlay).stream()
                            .filter(pod -> Selector.selects(service.at("/spec/selector"), pod.labels())))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGatewayKnowsEachServiceByItsAddress(Overlay overlay) {
        JsonNode gateway = Pod.of(overlay, "gateway").container("app");
        for (Deployable service : Deployable.ALL) {
            if (service.hasDatabase()) {
                String variable = service.name().replace("-service", "").toUpperCase(Locale.ROOT) + "_URL";
                assertThat(Pod.value(gateway, variable)).hasValue("http://" + service.name() + ":" + service.port());
            }
        }
    }

    /** A misspelt variable is worse than none: whoever set it believes that it counts. */
    @ParameterizedTest
    @EnumSource
    void everyVariableIsKnownToWhomItIsGiven(Overlay overlay) {
        List<String> unknown = new ArrayList<>();
        for (Deployable deployable : Deployable.ALL) {
            Settings settings = deployable.settings();
            Pod.of(overlay, deployable.name()).containers().stream()
                    .flatMap(container -> Pod.variables(container).stream())
                    .filter(variable -> !isKnown(settings, variable))
                    .forEach(variable -> unknown.add(deployable.name() + ": " + variable));
        }
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatADeployableTakesFromItsEnvironmentIsGivenToIt(Overlay overlay) {
        for (Deployable deployable : Deployable.ALL) {
            Settings settings = deployable.settings();
            Set<String> wanted = new HashSet<>(settings.placeholders());
            wanted.addAll(settings.required());
            wanted.removeAll(LEFT_ALONE.keySet());
            assertThat(Pod.variables(Pod.of(overlay, deployable.name()).container("app")))
                    .as(deployable.name())
                    .containsAll(wanted)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theExceptionsAreNeeded() {
        Set<String> taken = Deployable.ALL.stream()
                .flatMap(deployable -> deployable.settings().placeholders().stream())
                .collect(Collectors.toSet());
        assertThat(taken).containsAll(LEFT_ALONE.keySet());
        assertThat(Pod.of(Overlay.PRODUCTION).stream()
                        .flatMap(pod -> pod.containers().stream())
                        .flatMap(container -> Pod.variables(container).stream()))
                .containsAll(OF_OTHERS.keySet());
    }

    /** docs/adr/0010: a service without its broker still takes commands; only what a restart mends is liveness. */
    @ParameterizedTest
    @EnumSource
    void probesAskWhatTheyShould(Overlay overlay) {
        for (Deployable deployable : Deployable.ALL) {
            JsonNode app = Pod.of(overlay, deployable.name()).container("app");
            assertThat(app.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
            assertThat(app.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
            assertThat(app.at("/readinessProbe/httpGet/path").asText())
                    .isEqualTo(deployable.hasDatabase() ? "/q/health/group/serving" : "/q/health/ready");
            // A check answers within 2 s
            assertThat(app.at("/livenessProbe/timeoutSeconds").asInt()).isGreaterThan(2);
            assertThat(app.at("/readinessProbe/timeoutSeconds").asInt()).isGreaterThan(2);
            assertThat(app.findValuesAsText("port")).containsOnly("http");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesAreBroughtUpToDateBeforeTheProcessStartsThatNeedsThem(Overlay overlay) {
        for (Deployable deployable : Deployable.ALL) {
            Pod pod = Pod.of(overlay, deployable.name());
            if (!deployable.hasDatabase()) {
                assertThat(pod.spec().has("initContainers")).isFalse();
                continue;
            }
            JsonNode migration = pod.container("migrate");
            JsonNode app = pod.container("app");
            assertThat(migration.path("image")).isEqualTo(app.path("image"));
            assertThat(Pod.value(migration, "QUARKUS_INIT_AND_EXIT")).hasValue("true");
            assertThat(Pod.value(app, "QUARKUS_FLYWAY_MIGRATE_AT_START")).hasValue("false");
            for (String variable : List.of("DB_ADDRESS", "DB_NAME", "DB_PASSWORD")) {
                assertThat(variable(migration, variable)).isEqualTo(variable(app, variable));
            }
            assertThat(Pod.value(app, "DB_NAME")).hasValue(deployable.name().replace("-service", ""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsToEndHasTheTimeThatItTakes(Overlay overlay) {
        for (Deployable deployable : Deployable.ALL) {
            Pod pod = Pod.of(overlay, deployable.name());
            int pause =
                    pod.container("app").at("/lifecycle/preStop/sleep/seconds").asInt();
            assertThat(seconds(deployable, "quarkus.shutdown.delay") + seconds(deployable, "quarkus.shutdown.timeout"))
                    .as("leaves time for jobs in hand, consumers and the last events")
                    .isLessThanOrEqualTo(GONE_WITHIN - 3);
            assertThat(pause).isPositive();
            assertThat(pod.spec().path("terminationGracePeriodSeconds").asInt())
                    .isGreaterThanOrEqualTo(pause + GONE_WITHIN + 5);
        }
    }

    /** Beside the heap a JVM of these takes 250 MB: classes, code, threads, buffers. */
    @ParameterizedTest
    @EnumSource
    void theLimitHoldsTheHeapAndWhatComesBesideIt(Overlay overlay) {
        for (Deployable deployable : Deployable.ALL) {
            JsonNode app = Pod.of(overlay, deployable.name()).container("app");
            var heap = HEAP.matcher(Pod.value(app, "JDK_JAVA_OPTIONS").orElse(""));
            assertThat(heap.find()).isTrue();
            assertThat(Integer.parseInt(
                            app.at("/resources/limits/memory").asText().replace("Mi", "")))
                    .isGreaterThanOrEqualTo(Integer.parseInt(heap.group(1)) + 250);
            assertThat(Pod.value(app, "JDK_JAVA_OPTIONS").orElse("")).contains("-XX:+ExitOnOutOfMemoryError");
        }
    }

    private static int seconds(Deployable deployable, String setting) {
        return (int) Duration.parse("PT" + deployable.settings().value(setting)).toSeconds();
    }

    /** The same cycle is played against both. */
    @Test
    void theDemoTellsCustomersAsSoonAsTheLocalStackDoes() {
        JsonNode dispatch = Pod.of(Overlay.DEMO, "dispatch-service").container("app");
        String local = Checkout.read("local-stack/src/main/java/dev/fieldservice/local/Environment.java");

        assertThat(Pattern.compile("environment\\.put\\(\"(FIELDSERVICE_\\w+)\", \"([^\"]+)\"\\)")
                        .matcher(local)
                        .results())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(set -> assertThat(Pod.value(dispatch, set.group(1))).contains(set.group(2)));
    }

    private static boolean isKnown(Settings settings, String variable) {
        if (variable.startsWith("KAFKA_")) {
            String key = variable.substring("KAFKA_".length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '.');
            return ConsumerConfig.configNames().contains(key)
                    && ProducerConfig.configNames().contains(key);
        }
        return settings.knows(variable) || OF_OTHERS.containsKey(variable);
    }

    private static JsonNode variable(JsonNode container, String name) {
        return Pod.list(container.path("env"))
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(container.path("name") + " lacks " + name));
    }
}
