package dev.fieldservice.systemtests.pods;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An installed program, with what its environment has beside ours. */
record Program(List<String> start, Map<String, String> environment) {

    /** How a call ended. */
    record Outcome(int exit, String printed, String complaints) {

        boolean isOk() {
            return exit == 0;
        }
    }

    static boolean isInstalled(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** @return what it printed */
    @CanIgnoreReturnValue
    String run(String... arguments) {
        return given("", arguments);
    }

    /** With something to read for it. */
    @CanIgnoreReturnValue
    String given(String input, String... arguments) {
        Outcome outcome = attempt(input, arguments);
        if (!outcome.isOk()) {
            throw new PodsFailure("%s %s ended with %d:%n%s"
                    .formatted(
                            String.join(" ", start),
                            String.join(" ", arguments),
                            outcome.exit(),
                            outcome.printed() + outcome.complaints()));
        }
        return outcome.printed();
    }

    @CanIgnoreReturnValue
    Outcome attempt(String input, String... arguments) {
        try {
            Path complaints = Files.createTempFile("complaints", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(Stream.concat(start.stream(), Stream.of(arguments))
                                .toList())
                        .redirectError(Redirect.to(complaints.toFile()));
                builder.environment().putAll(environment);
                Process process = builder.start();
                try (OutputStream in = process.getOutputStream()) {
                    in.write(input.getBytes(StandardCharsets.UTF_8));
                }
                String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Outcome(process.waitFor(), printed, Files.readString(complaints));
            } finally {
                Files.delete(complaints);
            }
        } catch (IOException e) {
            throw new PodsFailure("cannot run " + String.join(" ", start), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PodsFailure("interrupted", e);
        }
    }
}
