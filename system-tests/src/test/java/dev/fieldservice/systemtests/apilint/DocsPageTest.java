package dev.fieldservice.systemtests.apilint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page to read and try the API, as a browser shows it: pictures of it are left in {@code target/docs-page}. */
@ExtendWith({NeedsTools.class, NeedsBrowser.class, RunningStack.class})
class DocsPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Path PICTURES = Path.of("target", "docs-page").toAbsolutePath();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @BeforeAll
    static void theApiIsDescribed(LocalStack stack) throws IOException {
        Documents.fetch(stack);
        Files.createDirectories(PICTURES);
    }

    @Test
    void aTechnicianReadsTheApiSignsInAndTriesIt(LocalStack stack) throws IOException {
        String browser = NeedsBrowser.browser().orElseThrow().toString();
        String gateway = stack.address().gateway().toString();
        Command.Result result = Tools.node(
                        "docs-page.mjs", gateway, browser, "tudor", "demo", "/v1/my-day", PICTURES.toString())
                .run(PATIENCE);
        assertThat(result.succeeded()).as(result.output()).isTrue();
        JsonNode seen = JSON.readTree(result.lastLines(1));

        assertThat(seen.at("/errors")).isEmpty();
        assertThat(seen.at("/operations").asLong()).isEqualTo(described());
        assertThat(seen.at("/status").asText()).as(seen.toString()).isEqualTo("200");
        assertThat(seen.at("/answer").asText()).contains("Response body");
    }

    private static long described() throws IOException {
        return JSON.readTree(Documents.MERGED.toFile())
                .at("/paths")
                .valueStream()
                .flatMap(path -> path.propertyStream())
                .filter(field -> METHODS.contains(field.getKey()))
                .count();
    }
}
