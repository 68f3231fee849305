package dev.fieldservice.systemtests.released;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.local.Checkout;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Options;
import dev.fieldservice.local.servers.Folders;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes what there is as what the last release promised. */
final class Main {

    /** Instead of the one that this stack has for as long as it runs. */
    private static final String ISSUER = "https://login.example/realms/field-service";

    private static final String NO_BREAKS = """
        # What is no longer as the last release promised it, as ReleasedTest tells it: a line each, a tab, and why that troubles nobody.
        """;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Release release = new Release(Checkout.find().root());
        try (LocalStack stack = LocalStack.start(Options.ephemeral().tellingProgressTo(System.out))) {
            Answer api = new Client().send(Call.of("GET", stack.address().gateway(), "/openapi.json"));
            if (!api.isOk()) {
                throw new IllegalStateException("the gateway answers " + api);
            }
            Files.createDirectories(release.folder());
            String text = api.text().replace(stack.address().issuer().toString(), ISSUER);
            Files.writeString(release.api(), new ObjectMapper().readTree(text).toPrettyString() + "\n");
        }
        Folders.delete(release.events());
        for (Map.Entry<String, Path> schema :
                Release.schemas(release.presentEvents()).entrySet()) {
            Path kept = release.events().resolve(schema.getKey().substring(1));
            Files.createDirectories(kept.getParent());
            Files.copy(schema.getValue(), kept);
        }
        Files.writeString(release.asyncApi(), Release.text(release.presentAsyncApi()));
        Files.writeString(
                release.migrations(),
                release.presentMigrations().entrySet().stream()
                        .map(migration -> Release.sha256(migration.getValue()) + "  " + migration.getKey() + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(release.breaks(), NO_BREAKS);
        System.out.println("What there is counts as released: " + release.folder());
    }
}
