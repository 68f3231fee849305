package dev.fieldservice.local.processes;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which processes were started, on disk: a stack that is killed cannot stop its children, so the next one reads here
 * what the last one left behind.
 */
public final class ProcessLedger {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path file;
    private final List<ProcessHandle> children = new ArrayList<>();
    private boolean closed;

    public ProcessLedger(Path file) {
        this.file = file;
    }

    /** @throws IllegalStateException when the stack is being stopped; the process is ended then */
    public synchronized void record(String name, ProcessHandle process) {
        if (closed) {
            Termination.kill(process);
            throw new IllegalStateException(name + " was started while the stack was being stopped");
        }
        children.add(process);
        var started = process.info().startInstant().orElseGet(Instant::now);
        try {
            Files.writeString(file, new Entry(process.pid(), started, name) + "\n", CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every process recorded here, and any that is recorded later. */
    public synchronized void endAll(Duration grace) {
        closed = true;
        Termination.of(children).within(grace);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what is still alive of the processes that an earlier run recorded, and forgets them. */
    public synchronized void endLeftovers() {
        try {
            if (Files.notExists(file)) {
                return;
            }
            var leftovers = Files.readAllLines(file).stream()
                    .flatMap(line -> Entry.parse(line).stream())
                    .flatMap(entry -> entry.process().stream())
                    .toList();
            Termination.of(leftovers).within(GRACE);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operating system uses process ids again, so the start must match too. */
    private record Entry(long pid, Instant started, String name) {

        private static final Duration CLOCK_JITTER = Duration.ofSeconds(2);

        /** Nothing for a line that a full disk or a crash cut off. */
        static Optional<Entry> parse(String line) {
            var parts = line.split(" ", 3);
            try {
                return parts.length < 3
                        ? Optional.empty()
                        : Optional.of(new Entry(
                                Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2]));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::hasSameStart);
        }

        private boolean hasSameStart(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .map(actual -> Duration.between(actual, started).abs().compareTo(CLOCK_JITTER) <= 0)
                    .orElse(false);
        }

        @Override
        public String toString() {
            return pid + " " + started.toEpochMilli() + " " + name;
        }
    }
}
