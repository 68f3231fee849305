package dev.fieldservice.local;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.local.processes.ServerFailure;
import dev.fieldservice.local.servers.KafkaServer;
import dev.fieldservice.local.servers.KeycloakDistribution;
import dev.fieldservice.local.servers.KeycloakServer;
import dev.fieldservice.local.servers.MailServer;
import dev.fieldservice.local.servers.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Real PostgreSQL, Kafka, Keycloak and mail, and our services on them, without Docker. */
public final class LocalStack implements AutoCloseable {

    private static final int DEAD_LETTER_PARTITIONS = 1;
    private static final Duration GRACE = Duration.ofSeconds(8);

    private static final Duration GRACE_FOR_STARTS = Duration.ofSeconds(2);

    /** Whoever starts the stack wants to use it now, not to share the processor. */
    private static final Duration BEFORE_REHEARSALS = Duration.ofSeconds(30);

    private final Options options;
    private final StackAddress address;
    private final DataFolder folder;
    private final Progress progress;
    private final Resources resources = new Resources();
    private final Fleet fleet;
    private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore cores =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final Rehearsals rehearsals;
    private volatile PostgresServer postgres;
    private volatile KafkaServer kafka;
    private volatile KeycloakServer keycloak;
    private volatile MailServer mail;
    private volatile boolean closed;

    private LocalStack(Options options, DataFolder folder) {
        this.options = options;
        this.address = new StackAddress(options.ports());
        this.folder = folder;
        this.progress = new Progress(options.out());
        this.fleet = new Fleet(options, address, folder);
        this.rehearsals = new Rehearsals(fleet.firsts(), address, folder.log("rehearsal"), folder.ledger());
    }

    /**
     * Returns when everything is ready. From the first moment on, the end of this JVM (Ctrl-C, SIGTERM, exit) stops
     * everything.
     *
     * @throws StackFailure with the reason in one line when something cannot start; nothing is left running then
     */
    public static LocalStack start(Options options) {
        Preflight.requireBuilt(options);
        var stack = new LocalStack(options, DataFolder.open(options.data(), options.temporary()));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        try {
            stack.boot();
            return stack;
        } catch (RuntimeException e) {
            var interrupted = stack.closed;
            stack.close();
            throw interrupted ? new StackFailure("Stopped while starting") : e;
        }
    }

    private void boot() {
        folder.endLeftovers();
        Preflight.requireFreePorts(options);
        for (var balancer : fleet.balancers()) {
            var _ = resources.keep(balancer.open());
        }
        var servers = CompletableFuture.allOf(
                run("PostgreSQL", this::openPostgres),
                run("Kafka", this::openKafka),
                run("Keycloak", this::openKeycloak),
                run("mail", this::openMail));
        var steps = new ArrayList<CompletableFuture<?>>(List.of(servers));
        steps.addAll(started(fleet.all(), servers));
        awaitAll(steps);
        progress.say("Ready after %.1f s".formatted(progress.seconds()));
        if (options.rehearse()) {
            CompletableFuture.delayedExecutor(BEFORE_REHEARSALS.toSeconds(), TimeUnit.SECONDS, tasks)
                    .execute(this::rehearse);
        }
    }

    private CompletableFuture<?> run(String name, Runnable start) {
        return CompletableFuture.runAsync(() -> progress.step(name, start), tasks);
    }

    /** Starts all replicas of these that do not run, and returns when they are ready. */
    public void start(Collection<Service> services) {
        awaitAll(started(
                services.stream().flatMap(service -> replicas(service).stream()).toList(),
                CompletableFuture.completedFuture(null)));
    }

    private List<CompletableFuture<Void>> started(List<ServiceProcess> services, CompletableFuture<?> first) {
        return services.stream()
                .map(service -> first.thenRunAsync(() -> startService(service), tasks))
                .toList();
    }

    /** More at once than there are cores would only make each of them, and the first one, later. */
    private void startService(ServiceProcess service) {
        cores.acquireUninterruptibly();
        try {
            progress.step(service.name(), service::start);
        } finally {
            cores.release();
        }
    }

    /** The first failure ends the wait: nobody wants to wait for the rest then. */
    private static void awaitAll(List<? extends CompletableFuture<?>> steps) {
        var failure = new CompletableFuture<Void>();
        steps.forEach(step -> step.whenComplete((result, e) -> {
            if (e != null) {
                failure.completeExceptionally(e);
            }
        }));
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new)), failure)
                    .join();
        } catch (CompletionException e) {
            throw new StackFailure(e.getCause().getMessage(), e.getCause());
        }
    }

    private void openPostgres() {
        postgres = resources.keep(PostgresServer.start(folder.postgres(), address.port(Port.POSTGRES), true));
        for (var service : Service.values()) {
            service.database().ifPresent(name -> postgres.createDatabase(name, name, name));
        }
    }

    private void openKafka() {
        kafka = resources.keep(KafkaServer.start(folder.of("kafka"), address.port(Port.KAFKA)));
        kafka.createTopics(Topics.ALL, Topics.PARTITIONS);
        kafka.createTopics(Topics.DEAD_LETTERS, DEAD_LETTER_PARTITIONS);
    }

    private void openKeycloak() {
        keycloak = KeycloakServer.start(new KeycloakServer.Settings(
                KeycloakDistribution.prepare(options.checkout().keycloak()),
                options.checkout().realm(),
                folder.of("keycloak"),
                address.port(Port.KEYCLOAK),
                address.port(Port.KEYCLOAK_MANAGEMENT),
                folder.log("keycloak"),
                folder.ledger()));
    }

    private void openMail() {
        mail = resources.keep(MailServer.start(address.smtpPort(), address.imapPort()));
    }

    /** Makes the startup caches that are missing, which takes minutes: from then on a service starts in a third of the time. */
    public void rehearse() {
        if (!rehearsals.areNeeded()) {
            return;
        }
        try {
            progress.say("Preparing faster starts in the background, with the lowest priority");
            rehearsals.play();
            progress.say("Prepared: from now on services start faster");
        } catch (RuntimeException e) {
            if (!closed) {
                progress.say("Starts will not be faster: " + e.getMessage());
            }
        }
    }

    public StackAddress address() {
        return address;
    }

    public Path logs() {
        return folder.logs();
    }

    /** What the services keep, each in a folder of its name. */
    public Path files() {
        return folder.of("files");
    }

    /** The first replica of it. @throws IllegalArgumentException when the stack was started without it */
    public ServiceProcess service(Service service) {
        return replicas(service).getFirst();
    }

    /** @throws IllegalArgumentException when the stack was started without it */
    public List<ServiceProcess> replicas(Service service) {
        return fleet.of(service);
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaServer kafka() {
        return kafka;
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    public MailServer mail() {
        return mail;
    }

    /** Takes Kafka away; {@link #startKafka()} brings it back at the same address with the same data. */
    public void stopKafka() {
        resources.end(kafka);
    }

    public void startKafka() {
        openKafka();
    }

    /** Takes PostgreSQL away; {@link #startPostgres()} brings it back at the same address with the same data. */
    public void stopPostgres() {
        resources.end(postgres);
    }

    /** The same as a crash does it: whatever it was doing, nothing is written any more. */
    public void killPostgres() {
        postgres.kill();
        resources.end(postgres);
    }

    public void startPostgres() {
        openPostgres();
    }

    /** Takes Keycloak away; {@link #startKeycloak()} brings it back at the same address with the same users and keys. */
    public void stopKeycloak() {
        keycloak.close();
    }

    public void startKeycloak() {
        openKeycloak();
    }

    /** What has ended although nobody stopped it. */
    List<ServerFailure> crashes() {
        return Stream.concat(
                        fleet.all().stream().map(ServiceProcess::crash),
                        Stream.of(keycloak.process().crash()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        progress.close();
        rehearsals.close();
        folder.ledger().endAll(GRACE);
        try {
            resources.close();
        } finally {
            awaitTasks();
            folder.close();
        }
    }

    /** A server whose start is under way when the stack is stopped is closed by its own task. */
    private void awaitTasks() {
        tasks.shutdown();
        try {
            if (!tasks.awaitTermination(GRACE_FOR_STARTS.toMillis(), TimeUnit.MILLISECONDS)) {
                tasks.shutdownNow();
                var _ = tasks.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
