package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alerts are sound, raised when they should be, and each has a runbook. That every figure they name exists, FiguresExistTest of
 * system-tests looks up in the running stack.
 */
class AlertsTest {

    private static final String FOLDER = "deploy/prometheus/";

    private static final Pattern HEADING = Pattern.compile("(?m)^#### (\\w+)$");

    @Test
    void theRulesAreSound() {
        assertThat(promtool("check", "rules", path("alerts.yaml"))).contains("16 rules found");
    }

    @Test
    void eachIsRaisedWhenItShouldBe() {
        assertThat(promtool("test", "rules", path("alerts-test.yaml"))).contains("SUCCESS");
    }

    /** Debian's Prometheus is built without the discovery in Kubernetes, so that the rest is checked. */
    @Test
    void whereFiguresAreFetchedIsSound(@TempDir Path folder) throws IOException {
        String config = Checkout.read(FOLDER + "prometheus.yaml");
        String discovery = "kubernetes_sd_configs:\n      - role: pod\n";
        assertThat(config).contains(discovery);
        Path file = folder.resolve("prometheus.yaml");
        Files.writeString(file, config.replace(discovery, "static_configs: []\n"));
        Files.copy(Checkout.ROOT.resolve(FOLDER + "alerts.yaml"), folder.resolve("alerts.yaml"));
        assertThat(promtool("check", "config", file.toString())).contains("is valid prometheus config file");
    }

    /** What Prometheus looks for is what the pods bear. */
    @Test
    void podsSayWhereTheirFiguresAre() {
        for (Deployable deployable : Deployable.ALL) {
            JsonNode annotations =
                    Overlay.PRODUCTION.one("Deployment", deployable.name()).at("/spec/template/metadata/annotations");
            assertThat(annotations.path("prometheus.io/scrape").asText()).isEqualTo("true");
            assertThat(annotations.path("prometheus.io/path").asText()).isEqualTo("/q/metrics");
            assertThat(annotations.path("prometheus.io/port").asInt()).isEqualTo(deployable.port());
        }
    }

    @Test
    void eachIsSeenRaisedAndSeenQuiet() throws IOException {
        List<JsonNode> tests = Pod.list(yaml("alerts-test.yaml").path("tests"))
                .map(test -> test.at("/alert_rule_test/0"))
                .toList();
        for (boolean raised : List.of(true, false)) {
            assertThat(tests.stream()
                            .filter(test -> test.path("exp_alerts").isEmpty() != raised)
                            .map(test -> test.path("alertname").asText())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(names());
        }
    }

    @Test
    void eachHasARunbookAndEveryRunbookAnAlert() throws IOException {
        assertThat(HEADING.matcher(Checkout.read("docs/operations.md").split("### Alerts\n")[1])
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(names());
        rules().forEach(rule -> {
            assertThat(rule.at("/annotations/runbook").asText())
                    .isEqualTo(
                            "docs/operations.md#" + rule.path("alert").asText().toLowerCase(Locale.ROOT));
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
        });
    }

    private static List<String> names() throws IOException {
        return rules().map(rule -> rule.path("alert").asText()).toList();
    }

    private static Stream<JsonNode> rules() throws IOException {
        return Pod.list(yaml("alerts.yaml").at("/groups/0/rules"));
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(Checkout.read(FOLDER + file));
    }

    private static String path(String file) {
        return Checkout.ROOT.resolve(FOLDER + file).toString();
    }

    private static String promtool(String... arguments) {
        assumeTrue(
                Tool.isThere("promtool"),
                "SKIPPED: promtool is not installed (Debian: prometheus), so that alerts are not checked");
        return Tool.run(
                Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList());
    }
}
