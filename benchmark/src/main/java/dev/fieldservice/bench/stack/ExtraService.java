package dev.fieldservice.bench.stack;

import dev.fieldservice.local.Service;
import dev.fieldservice.local.StackAddress;
import dev.fieldservice.local.processes.ChildProcess;
import dev.fieldservice.local.processes.ProcessLedger;
import dev.fieldservice.local.processes.Readiness;
import dev.fieldservice.local.servers.Ports;
import dev.fieldservice.players.client.Api;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One more process beside the stack's own, started with the same flags and closed when it has been measured. */
public final class ExtraService implements AutoCloseable {

    private static final Duration STARTUP = Duration.ofMinutes(2);

    private final ChildProcess process;
    private final Api api;
    private final Duration startup;

    private ExtraService(ChildProcess process, Api api, Duration startup) {
        this.process = process;
        this.api = api;
        this.startup = startup;
    }

    /** The same service on another database; it takes no part in consuming. */
    public static ExtraService replica(Stack stack, Service service, String database) {
        var flags = List.of("-Dmp.messaging.incoming.events.enabled=false");
        var user = service.database().orElseThrow();
        return start(stack, service, stack.checkout().resolve(service.module()), flags, database, user);
    }

    /** The application with the same extensions and next to nothing on them. */
    public static ExtraService bare(Stack stack, Service flagsOf) {
        return start(stack, flagsOf, stack.checkout().resolve("benchmark/bare"), List.of(), "bare", "bare");
    }

    private static ExtraService start(
            Stack stack, Service flagsOf, Path module, List<String> more, String database, String user) {
        int port = Ports.free();
        var command = new ArrayList<>(OurProcesses.java(flagsOf));
        command.addAll(more);
        command.addAll(List.of(
                "-jar", module.resolve("target/quarkus-app/quarkus-run.jar").toString()));
        var address = stack.local().address();
        var environment = Map.of(
                "HTTP_PORT",
                Integer.toString(port),
                "QUARKUS_HTTP_HOST",
                StackAddress.HOST,
                "OIDC_ISSUER",
                address.issuer().toString(),
                "DB_ADDRESS",
                address.postgres(),
                "DB_NAME",
                database,
                "DB_USER",
                user,
                "DB_PASSWORD",
                user,
                "KAFKA_BOOTSTRAP_SERVERS",
                address.kafkaBootstrapServers(),
                "FIELDSERVICE_LINKS_KEY",
                "signs links where nobody has secrets");
        var own = URI.create("http://" + StackAddress.HOST + ":" + port);
        var name = "extra-" + module.getFileName();
        var logs = stack.local().logs();
        long began = System.nanoTime();
        var process = ChildProcess.start(
                name,
                command,
                environment,
                logs.resolve(name + ".log"),
                new ProcessLedger(logs.resolveSibling("extra-processes")));
        Readiness.await(process, own.resolve("/q/health/ready"), STARTUP);
        return new ExtraService(process, stack.api(own), Duration.ofNanos(System.nanoTime() - began));
    }

    public Api api() {
        return api;
    }

    /** From the spawn until it said that it was ready. */
    public Duration startup() {
        return startup;
    }

    @Override
    public void close() {
        process.close();
    }
}
