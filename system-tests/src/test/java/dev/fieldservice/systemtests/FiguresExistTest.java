package dev.fieldservice.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.demo.Demo;
import dev.fieldservice.players.story.ToldStory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every figure, and every label of it, that alerts and dashboards ask for is in {@code /q/metrics} of the running stack. */
@ExtendWith(RunningStack.class)
class FiguresExistTest {

    private static final Path DEPLOY = Path.of("..", "deploy");

    /** What Prometheus adds: whether it was answered, and which pod it asked. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "pod", "job");

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=~?!?=?\"");
    private static final Pattern SELECTED = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{([^}]*)}");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|on|without|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w$.])([a-zA-Z_:][\\w:]*)(?![\\w:]*\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "s", "m", "h", "d");
    private static final Pattern RULE = Pattern.compile("(?m)^        expr: (?:>-\\n((?:          .*\\n)+)|(.*))");

    private static final Map<String, Set<String>> FIGURES = new HashMap<>();

    @BeforeAll
    static void theCycleIsPlayedAndTheFiguresAreFetched(LocalStack stack) throws IOException, InterruptedException {
        var _ = Demo.play(
                new Api(stack.address()),
                new ToldStory(new PrintStream(OutputStream.nullOutputStream())),
                new Mailbox(stack.address().imapPort()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Service service : Service.values()) {
                URI metrics = service == Service.GATEWAY
                        ? stack.address().gateway().resolve("/q/metrics")
                        : stack.address().service(service).resolve("/q/metrics");
                collect(client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                        .body());
            }
        }
    }

    @Test
    void whatAlertsAskFor() throws IOException {
        String alerts = Files.readString(DEPLOY.resolve("prometheus/alerts.yaml"));
        List<String> expressions = RULE.matcher(alerts)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
        assertThat(expressions).hasSizeGreaterThan(10);
        assertThat(expressions.stream().flatMap(expression -> missing(expression).stream()))
                .isEmpty();
    }

    @Test
    void whatDashboardsAskFor() throws IOException {
        List<String> expressions = new ArrayList<>();
        try (Stream<Path> files = Files.list(DEPLOY.resolve("grafana"))) {
            for (Path file : files.toList()) {
                JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
                expressions.addAll(dashboard.findValuesAsText("expr"));
            }
        }
        assertThat(expressions).hasSizeGreaterThan(30);
        assertThat(expressions.stream().flatMap(expression -> missing(expression).stream()))
                .isEmpty();
    }

    /** The check itself. */
    @Test
    void whatIsNotThereIsMissed() {
        assertThat(missing("max by (service) (fieldservice_outbox_aeg_seconds) > 60"))
                .containsExactly("fieldservice_outbox_aeg_seconds");
        assertThat(missing("sum by (outcomes) (rate(fieldservice_inbox_messages_total{topics=\"a\"}[5m]))"))
                .containsExactlyInAnyOrder("label topics of fieldservice_inbox_messages_total", "label outcomes");
    }

    private static List<String> missing(String expression) {
        List<String> missing = new ArrayList<>();
        SELECTED.matcher(expression)
                .results()
                .forEach(selected -> LABEL.matcher(selected.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !OF_PROMETHEUS.contains(label) && !OF_PROMETHEUS.contains(selected.group(1)))
                        .filter(label -> FIGURES.containsKey(selected.group(1))
                                && !FIGURES.get(selected.group(1)).contains(label))
                        .forEach(label -> missing.add("label " + label + " of " + selected.group(1))));
        String bare = GROUPED.matcher(expression.replaceAll("\\{[^}]*}", "").replaceAll("\\[[^\\]]*]", ""))
                .replaceAll(" ");
        Set<String> figures = new HashSet<>();
        NAME.matcher(bare)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !WORDS.contains(name) && !OF_PROMETHEUS.contains(name))
                .forEach(figures::add);
        figures.stream().filter(name -> !FIGURES.containsKey(name)).forEach(missing::add);
        Set<String> labels = new HashSet<>(OF_PROMETHEUS);
        figures.forEach(name -> labels.addAll(FIGURES.getOrDefault(name, Set.of())));
        GROUPED.matcher(expression)
                .results()
                .flatMap(group -> Stream.of(group.group(1).split(",\\s*")))
                .filter(label -> !figures.isEmpty()
                        && !labels.contains(label)
                        && figures.stream().allMatch(FIGURES::containsKey))
                .forEach(label -> missing.add("label " + label));
        return missing;
    }

    private static void collect(String listing) {
        SAMPLE.matcher(listing).results().forEach(sample -> {
            Set<String> labels = FIGURES.computeIfAbsent(sample.group(1), name -> new HashSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
            }
        });
    }
}
