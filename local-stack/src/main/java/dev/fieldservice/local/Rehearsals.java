package dev.fieldservice.local;

import dev.fieldservice.local.processes.ChildProcess;
import dev.fieldservice.local.processes.ProcessLedger;
import dev.fieldservice.local.processes.Readiness;
import dev.fieldservice.local.servers.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Makes the startup caches that are missing, while the stack is in use: of each service one more replica starts, with
 * the lowest priority, only to end again and write down what it loaded. It consumes no events, and the service itself
 * neither pauses nor stops more slowly, as it would if it recorded its own start.
 */
final class Rehearsals implements AutoCloseable {

    private static final Duration STARTUP = Duration.ofMinutes(5);
    private static final Duration WRITING = Duration.ofMinutes(5);
    private static final String WITHOUT_EVENTS = "-Dmp.messaging.incoming.events.enabled=false";

    private final Collection<ServiceProcess> services;
    private final StackAddress address;
    private final Path log;
    private final ProcessLedger ledger;
    private Optional<ChildProcess> replica = Optional.empty();
    private boolean closed;

    Rehearsals(Collection<ServiceProcess> services, StackAddress address, Path log, ProcessLedger ledger) {
        this.services = services;
        this.address = address;
        this.log = log;
        this.ledger = ledger;
    }

    boolean areNeeded() {
        return services.stream()
                .anyMatch(service -> !service.installation().cache().exists());
    }

    /** @throws RuntimeException when one of them fails or is cut short by {@link #close()} */
    void play() {
        services.stream()
                .filter(service -> !service.installation().cache().exists())
                .forEach(this::rehearse);
    }

    private void rehearse(ServiceProcess original) {
        var port = Ports.free();
        var actor = start(original.service(), original.installation(), port);
        Readiness.await(actor, URI.create("http://" + StackAddress.HOST + ":" + port + "/q/health/live"), STARTUP);
        actor.endWithin(WRITING);
        original.installation().cache().keepRecording();
    }

    private synchronized ChildProcess start(Service service, ServiceProcess.Installation installation, int port) {
        if (closed) {
            throw new StackFailure("Stopped while rehearsing");
        }
        var flags = new ArrayList<>(installation.cache().recordingFlags());
        flags.add(WITHOUT_EVENTS);
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(installation.command(flags));
        var environment = Environment.of(service, port, address, installation.files());
        var started = ChildProcess.start("rehearsal", command, environment, log, ledger);
        replica = Optional.of(started);
        return started;
    }

    /** Cut short, not ended: an orderly end would take as long as writing the cache takes. */
    @Override
    public synchronized void close() {
        closed = true;
        replica.filter(ChildProcess::isAlive).ifPresent(ChildProcess::kill);
    }
}
