package dev.fieldservice.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.contracts.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Dashboards are whole, and ask for commands, kinds and services that there are. That the figures exist, FiguresExistTest of system-tests
 * looks up in the running stack.
 */
class DashboardsTest {

    private static final Pattern VALUES = Pattern.compile("\\b(command|kind|service|topic)=~?\"([^\"$]+)\"");
    private static final Pattern OPERATION = Pattern.compile("operationId = \"(\\w+)\"");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^    ([A-Z][A-Z_]+)[,;(\\s]");

    @Test
    void eachIsWhole() throws IOException {
        Set<String> ids = new HashSet<>();
        assertThat(dashboards()).hasSize(4);
        for (Path file : dashboards()) {
            JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
            assertThat(ids.add(dashboard.path("uid").asText())).isTrue();
            assertThat(dashboard.path("title").asText()).startsWith("Field Service: ");
            assertThat(dashboard.path("panels")).isNotEmpty().allSatisfy(panel -> {
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
                assertThat(panel.path("targets")).isNotEmpty();
                // As wide as the page at most, 24 columns
                assertThat(panel.at("/gridPos/x").asInt()
                                + panel.at("/gridPos/w").asInt())
                        .isBetween(1, 24);
            });
        }
    }

    @Test
    void whatIsAskedForIsThere() throws IOException {
        Set<String> known = known();
        List<String> asked = new ArrayList<>();
        for (Path file : dashboards()) {
            new ObjectMapper()
                    .readTree(file.toFile())
                    .findValuesAsText("expr")
                    .forEach(expression -> VALUES.matcher(expression)
                            .results()
                            .forEach(found -> Stream.of(found.group(2).split("\\|"))
                                    .forEach(value -> asked.add(found.group(1) + " " + value))));
        }
        assertThat(asked).isNotEmpty();
        assertThat(known).containsAll(asked);
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>();
        for (Deployable deployable : Deployable.ALL) {
            known.add("service " + deployable.name());
            for (Path file : Checkout.files(deployable.name() + "/src/main/java", ".java")) {
                String source = Checkout.read(Checkout.ROOT.relativize(file).toString());
                OPERATION.matcher(source).results().forEach(found -> known.add("command " + found.group(1)));
                if (source.contains("implements ErrandKind")) {
                    CONSTANT.matcher(source).results().forEach(found -> known.add("kind " + found.group(1)));
                }
            }
        }
        Topics.ALL.forEach(topic -> known.add("topic " + topic));
        return known;
    }

    private static List<Path> dashboards() {
        return Checkout.files("deploy/grafana", ".json");
    }
}
