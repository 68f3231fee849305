package dev.fieldservice.systemtests.apilint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What independent checkers say of the API's descriptions. Our exceptions stand in {@code api-lint}, each with a reason. */
@ExtendWith({NeedsTools.class, RunningStack.class})
class ApiLintTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String EVENTS = Path.of("../contracts/src/main/resources/contracts/asyncapi.yaml")
            .toAbsolutePath()
            .normalize()
            .toString();

    @BeforeAll
    static void theServicesDescribeThemselves(LocalStack stack) {
        Documents.fetch(stack);
    }

    @Test
    void spectralFindsNothingInAnyDescription() {
        findsNothing("spectral", "lint", "--ruleset", "spectral.yaml", "--fail-severity", "warn");
    }

    @Test
    void redoclyFindsNothingInAnyDescription() {
        findsNothing("redocly", "lint", "--config", "redocly.yaml", "--format", "stylish", "--max-problems", "1000");
    }

    @Test
    void theDescriptionOfTheEventsIsSound() {
        Command.Result result = Tools.node("asyncapi.mjs", EVENTS).run(PATIENCE);
        System.out.println(result.output());
        assertThat(result.succeeded()).as(result.output()).isTrue();
    }

    private static void findsNothing(String tool, String... arguments) {
        assertThat(Together.map(
                        Documents.halves(),
                        half -> Tools.command(
                                        tool,
                                        Stream.concat(Stream.of(arguments), half.stream())
                                                .toArray(String[]::new))
                                .run(PATIENCE)))
                .allSatisfy(result ->
                        assertThat(result.succeeded()).as(result.output()).isTrue());
    }
}
