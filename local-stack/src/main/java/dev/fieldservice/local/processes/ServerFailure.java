package dev.fieldservice.local.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server that did not start: says which, why, and where to read more. */
public final class ServerFailure extends RuntimeException {

    private static final int LAST_LINES = 8;

    public ServerFailure(String server, Path log, Throwable cause) {
        super(server + " did not start: " + cause.getMessage() + tail(log), cause);
    }

    public ServerFailure(String server, String reason, Path log) {
        super(server + " " + reason + tail(log));
    }

    private static String tail(Path log) {
        var lines = lastLines(log);
        return System.lineSeparator() + "  log: " + log
                + String.join(
                        "",
                        lines.stream()
                                .map(line -> System.lineSeparator() + "  | " + line)
                                .toList());
    }

    private static List<String> lastLines(Path log) {
        try (var lines = Files.lines(log)) {
            var all = lines.filter(line -> !line.isBlank()).toList();
            return all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
