package dev.fieldservice.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * PostgreSQL's main process. It is a daemon: it outlives a JVM that was killed and then keeps its port and its data
 * folder to itself.
 */
record Postmaster(Optional<ProcessHandle> process) {

    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(20);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    static Postmaster of(Path data) {
        return new Postmaster(readPid(data.resolve("postmaster.pid")));
    }

    void end() {
        process.filter(ProcessHandle::isAlive).ifPresent(leftover -> {
            interrupt(leftover);
            if (!endsWithin(leftover, FAST_SHUTDOWN)) {
                leftover.destroyForcibly();
                leftover.onExit().join();
            }
        });
    }

    void kill() {
        process.filter(ProcessHandle::isAlive).ifPresent(running -> {
            var workers = running.descendants().toList();
            running.destroyForcibly();
            workers.forEach(ProcessHandle::destroyForcibly);
            running.onExit().join();
            workers.forEach(worker -> worker.onExit().join());
        });
    }

    /** Line 1 is the process id, line 3 its start in epoch seconds: ids are used again, so both must match. */
    private static Optional<ProcessHandle> readPid(Path file) {
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file);
            if (lines.size() < 3) {
                return Optional.empty();
            }
            var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(process -> startedAt(process, started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant expected) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(actual, expected).abs().compareTo(CLOCK_TOLERANCE) < 0)
                .orElse(false);
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM, the only one Java can send, waits for every client to leave. */
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        } catch (IOException e) {
            process.destroy();
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return false;
            }
            throw e;
        }
    }
}
