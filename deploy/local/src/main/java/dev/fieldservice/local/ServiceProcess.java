package dev.fieldservice.local;

import dev.fieldservice.local.processes.ChildProcess;
import dev.fieldservice.local.processes.ProcessLedger;
import dev.fieldservice.local.processes.Readiness;
import dev.fieldservice.local.processes.ServerFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One service, which can be stopped or killed and started again while the rest stays up. */
public final class ServiceProcess {

    private static final Duration STARTUP = Duration.ofMinutes(3);
    private static final List<String> JAVA_FLAGS = List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private final Service service;
    private final StackAddress address;
    private final StartupCache cache;
    private final Path log;
    private final ProcessLedger ledger;
    private volatile Optional<ChildProcess> process = Optional.empty();
    private volatile boolean recording;

    ServiceProcess(Service service, StackAddress address, StartupCache cache, Path log, ProcessLedger ledger) {
        this.service = service;
        this.address = address;
        this.cache = cache;
        this.log = log;
        this.ledger = ledger;
    }

    static List<String> javaFlags(List<String> more) {
        return Stream.concat(JAVA_FLAGS.stream(), more.stream()).toList();
    }

    public Service service() {
        return service;
    }

    public Path log() {
        return log;
    }

    /** Starts it unless it runs, and returns when it says that it is ready. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        var cached = cache.exists();
        try {
            launch();
        } catch (ServerFailure e) {
            if (!cached) {
                throw e;
            }
            cache.forget(); // whatever the reason: without the cache it may start
            launch();
        }
    }

    private void launch() {
        recording = cache.records();
        var command = new ArrayList<>(List.of(JdkTool.JAVA.path()));
        command.addAll(cache.javaFlags());
        command.addAll(cache.flags());
        command.addAll(List.of("-jar", cache.jar().toString()));
        var started = ChildProcess.start(service.module(), command, Environment.of(service, address), log, ledger);
        process = Optional.of(started);
        Readiness.await(started, address.service(service).resolve("/q/health/ready"), STARTUP);
    }

    /** As an orderly shutdown ends it. */
    public synchronized void stop() {
        process.ifPresent(ChildProcess::close);
        process = Optional.empty();
    }

    /** As a crash ends it: at once, whatever it was doing. */
    public synchronized void kill() {
        process.ifPresent(ChildProcess::kill);
        process = Optional.empty();
    }

    public boolean isAlive() {
        return process.filter(ChildProcess::isAlive).isPresent();
    }

    /** Whether ending it would have to wait for the JVM to write down what it learned. */
    boolean isRecording() {
        return recording && isAlive();
    }

    /** Makes the next start faster; the service pauses for two or three seconds. */
    void learn(Path toolLog) {
        if (isRecording()) {
            cache.learnFrom(process.orElseThrow(), toolLog, ledger, () -> recording = false);
        }
    }

    /** The failure, once it has ended although nobody stopped it. */
    Optional<ServerFailure> crash() {
        return process.filter(ended -> !ended.isAlive()).flatMap(ChildProcess::crash);
    }
}
