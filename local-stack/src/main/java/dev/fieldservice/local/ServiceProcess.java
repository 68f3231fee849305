package dev.fieldservice.local;

import dev.fieldservice.local.processes.ChildProcess;
import dev.fieldservice.local.processes.ProcessLedger;
import dev.fieldservice.local.processes.Readiness;
import dev.fieldservice.local.processes.ServerFailure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One replica of a service, which can be stopped or killed and started again while the rest stays up. */
public final class ServiceProcess {

    private static final Duration STARTUP = Duration.ofMinutes(3);

    /** Three times what it promises: a machine may be busy with much else. */
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private static final List<String> JAVA_FLAGS = List.of(
            "-Xms64m",
            "-Xmx192m",
            "-XX:MetaspaceSize=128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private final Service service;
    private final StackAddress address;
    private final Place place;
    private final Installation newest;
    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private volatile Installation installation;
    private volatile Optional<ChildProcess> process = Optional.empty();

    /**
     * @param cache what makes the jar start faster, where it exists
     * @param files the folder of what is uploaded to it
     */
    record Installation(
            Path jar, List<String> moreFlags, StartupCache cache, Path log, Path files, ProcessLedger ledger) {

        List<String> command(List<String> cacheFlags) {
            return Stream.of(
                            List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString()),
                            javaFlags(moreFlags),
                            cacheFlags,
                            List.of("-jar", jar.toString()))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /**
     * Where it is among its like.
     *
     * @param name bears its number, from the second on
     * @param balancer before it, if it is not the only one
     */
    record Place(String name, int port, Optional<Balancer> balancer) {

        void enter() {
            balancer.ifPresent(before -> before.add(port));
        }

        void leave() {
            balancer.ifPresent(before -> before.remove(port));
        }
    }

    /** @param newest what runs from the next {@link #upgrade()} on */
    ServiceProcess(Service service, StackAddress address, Place place, Installation installation, Installation newest) {
        this.service = service;
        this.address = address;
        this.place = place;
        this.installation = installation;
        this.newest = newest;
    }

    static List<String> javaFlags(List<String> more) {
        return Stream.concat(JAVA_FLAGS.stream(), more.stream()).toList();
    }

    public Service service() {
        return service;
    }

    /** Of this replica alone. */
    public URI address() {
        return URI.create("http://" + StackAddress.HOST + ":" + place.port());
    }

    String name() {
        return place.name();
    }

    public Path log() {
        return installation.log();
    }

    Installation installation() {
        return installation;
    }

    /** Starts it unless it runs, and returns when it says that it is ready. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        var cached = installation.cache().exists();
        try {
            launch();
        } catch (ServerFailure e) {
            if (!cached) {
                throw e;
            }
            installation.cache().discard(); // whatever the reason: without the cache it may start
            launch();
        }
    }

    /** A setting beside the usual ones, from its next start on. */
    public void set(String variable, String value) {
        settings.put(variable, value);
    }

    private void launch() {
        place.leave();
        var environment = new HashMap<>(Environment.of(service, place.port(), address, installation.files()));
        environment.putAll(settings);
        var started = ChildProcess.start(
                place.name(),
                installation.command(installation.cache().flags()),
                environment,
                installation.log(),
                installation.ledger());
        process = Optional.of(started);
        Readiness.await(started, address().resolve("/q/health/ready"), STARTUP);
        place.enter();
    }

    /** As an orderly shutdown ends it, when nobody new is sent to it any more. */
    public synchronized void stop() {
        place.leave();
        process.ifPresent(running -> running.endWithin(FAREWELL));
        process = Optional.empty();
    }

    /** As a rolling update replaces it: it is asked to go, and what is newest starts in its place. */
    public synchronized void upgrade() {
        stop();
        installation = newest;
        start();
    }

    /** As a crash ends it: at once, whatever it was doing. */
    public synchronized void kill() {
        process.ifPresent(ChildProcess::kill);
        process = Optional.empty();
    }

    /** Stops its clock (SIGSTOP) until {@link #thaw()}: it holds its connections and answers nobody. */
    public void freeze() {
        process.ifPresent(ChildProcess::freeze);
    }

    public void thaw() {
        process.ifPresent(ChildProcess::thaw);
    }

    /** Changes with every start; empty while it is stopped. */
    public OptionalLong pid() {
        return process.map(running -> OptionalLong.of(running.handle().pid())).orElseGet(OptionalLong::empty);
    }

    public boolean isAlive() {
        return process.filter(ChildProcess::isAlive).isPresent();
    }

    /** The failure, once it has ended although nobody stopped it. */
    Optional<ServerFailure> crash() {
        return process.flatMap(ChildProcess::crash);
    }
}
