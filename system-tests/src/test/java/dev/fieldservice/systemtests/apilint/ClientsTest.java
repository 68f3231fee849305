package dev.fieldservice.systemtests.apilint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.SignIn;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What others build from the API's description: clients that compile and work. */
@Tag("long")
@ExtendWith({NeedsTools.class, RunningStack.class})
class ClientsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path GENERATOR =
            Path.of("target", "tools", "openapi-generator-cli.jar").toAbsolutePath();
    private static final String CLASSES = "java-compiled";
    private static final String LIBRARIES = System.getProperty("java.class.path");

    private static Map<String, String> dana;

    @BeforeAll
    static void clientsAreGenerated(LocalStack stack) {
        Documents.fetch(stack);
        dana = Map.of(
                "GATEWAY", stack.address().gateway().toString(),
                "TOKEN", new SignIn(stack.address(), new Client()).token("dana"));
        succeeds(jdk("java", "-jar", GENERATOR.toString(), "batch", "client-java.yaml", "client-typescript.yaml"));
    }

    @Test
    void aTypeScriptClientCompilesAndWorks() {
        succeeds(Tools.command("tsc", "--project", "tsconfig.json"));
        succeeds(Tools.node("typescript-compiled/call-the-api.js").with(dana));
    }

    @Test
    void aJavaClientCompilesAndWorks() throws IOException {
        Path sources = Files.write(Tools.FOLDER.resolve("java-sources.txt"), javaSources());
        succeeds(jdk("javac", "-nowarn", "-proc:none", "-d", CLASSES, "-cp", LIBRARIES, "@" + sources));
        succeeds(jdk("java", "-cp", CLASSES + File.pathSeparator + LIBRARIES, "CallTheApi")
                .with(dana));
    }

    private static List<String> javaSources() throws IOException {
        try (Stream<Path> files = Files.walk(Tools.FOLDER.resolve("java-client/src/main/java"))) {
            return Stream.concat(files, Stream.of(Tools.FOLDER.resolve("CallTheApi.java")))
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static Command jdk(String program, String... arguments) {
        String path = Path.of(System.getProperty("java.home"), "bin", program).toString();
        return new Command(
                Tools.FOLDER,
                Stream.concat(Stream.of(path), Stream.of(arguments)).toList());
    }

    private static void succeeds(Command command) {
        Command.Result result = command.run(PATIENCE);
        assertThat(result.succeeded()).as(result.output()).isTrue();
    }
}
