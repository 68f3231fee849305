package dev.fieldservice.local.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A process of the stack with its own log file. The log of the start before is kept beside it. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    /** By itself, by SIGINT (Ctrl-C reaches the whole process group) and by SIGTERM. */
    private static final Set<Integer> ORDERLY_EXITS = Set.of(0, 130, 143);

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, ProcessLedger ledger) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            ledger.record(name, process.toHandle());
            process.getOutputStream().close();
            return new ChildProcess(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @throws ServerFailure when the process has ended: with its exit code and the last lines of its log */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw failure();
        }
    }

    /** The failure of a process that has ended otherwise than by its own will or a signal to end. */
    public Optional<ServerFailure> crash() {
        return process.isAlive() || ORDERLY_EXITS.contains(process.exitValue())
                ? Optional.empty()
                : Optional.of(failure());
    }

    private ServerFailure failure() {
        return new ServerFailure(name, "ended with exit code " + process.exitValue(), log);
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** As a crash or a power cut would end it. */
    public void kill() {
        Termination.kill(process.toHandle());
        process.onExit().join();
    }

    /** It keeps its memory and its connections and does nothing at all until {@link #thaw()}. */
    public void freeze() {
        Termination.signal(process.toHandle(), "STOP");
    }

    public void thaw() {
        Termination.signal(process.toHandle(), "CONT");
    }

    public void endWithin(Duration grace) {
        Termination.of(List.of(process.toHandle())).within(grace);
    }

    @Override
    public void close() {
        endWithin(GRACE);
    }
}
