package dev.fieldservice.systemtests.apilint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program that is run to its end, or that is ended when patience ends. */
record Command(Path folder, List<String> line, Map<String, String> environment) {

    private static final Map<String, String> QUIET =
            Map.of("NO_COLOR", "1", "REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");

    Command(Path folder, List<String> line) {
        this(folder, line, Map.of());
    }

    Command with(Map<String, String> variables) {
        return new Command(folder, line, variables);
    }

    /** @param output what it wrote to both streams */
    record Result(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }

        String lastLines(int count) {
            List<String> lines = output.strip().lines().toList();
            return lines.stream().skip(Math.max(0, lines.size() - count)).collect(Collectors.joining(" / "));
        }
    }

    Result run(Duration patience) {
        try {
            Path log = Files.createTempFile("command", ".log");
            Process process = start(log);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                throw new IllegalStateException(
                        String.join(" ", line) + " did not end within " + patience + ":\n" + Files.readString(log));
            }
            String output = Files.readString(log, StandardCharsets.UTF_8);
            Files.delete(log);
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For what goes on until it is ended. */
    Process start(Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(QUIET);
        builder.environment().putAll(environment);
        return builder.start();
    }

    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
