package dev.fieldservice.bench.stack;

import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Rate;
import dev.fieldservice.bench.sql.Bound;
import dev.fieldservice.bench.sql.Databases;
import dev.fieldservice.bench.sql.SqlLog;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Options;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.KeycloakAdmin;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Together;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The packaged services on durable servers, in a folder that goes away, with what a measurement needs around them. */
public final class Stack implements AutoCloseable {

    private static final int CONNECTIONS = 128;

    private final LocalStack local;
    private final Http http = new Http(CONNECTIONS);
    private final SignIn signIn;
    private final Databases databases;
    private final SqlLog log;
    /** Where scripts are kept for people to read. */
    private final Path folder;

    private final Path checkout;

    private Stack(LocalStack local, Options options) {
        this.local = local;
        this.signIn = new SignIn(local.address(), http);
        this.databases = new Databases(local.postgres());
        this.log = new SqlLog(databases, options.data().resolve("postgres/postgres.log"));
        this.checkout = options.checkout().root();
        this.folder = checkout.resolve("target/bench");
    }

    public static Stack start(Set<Service> services) {
        // With both compilers, as services run for months; without startup caches, as the bare application starts.
        var options = Options.ephemeral()
                .with(services)
                .withJavaFlags("-XX:AOTMode=off", "-XX:TieredStopAtLevel=4")
                .tellingProgressTo(System.out);
        return new Stack(LocalStack.start(options), options);
    }

    public LocalStack local() {
        return local;
    }

    public Databases databases() {
        return databases;
    }

    /** So many technicians who did not exist before. */
    public List<Player> technicians(String group, int count) {
        return hired(group, count, Role.TECHNICIAN);
    }

    /** So many people who did not exist before. */
    public List<Player> hired(String group, int count, String role) {
        var keycloak = new KeycloakAdmin(local.address(), http, signIn);
        keycloak.hashPasswordsOnce();
        var names = IntStream.range(0, count)
                .mapToObj(number -> group + "-" + number)
                .toList();
        return Together.map(names, name -> keycloak.hire(name, role));
    }

    public Api gateway() {
        return api(local.address().gateway());
    }

    public Api api(URI address) {
        return new Api(http, signIn, address);
    }

    /** Starts what is needed and stops the rest, which would use the processor for what follows from the requests. */
    public void only(Set<Service> needed) {
        for (var service : Service.values()) {
            if (needed.contains(service)) {
                local.service(service).start();
            } else if (OurProcesses.runs(service)) {
                local.service(service).stop();
            }
        }
    }

    /** For a setting of the server that only a start can change; the services are started anew as well. */
    public void restartPostgresWith(String setting, String value) {
        databases.execute("postgres", "alter system set %s = '%s'".formatted(setting, value));
        local.stopPostgres();
        local.startPostgres();
        for (var service : Service.values()) {
            if (OurProcesses.runs(service)) {
                local.service(service).stop();
                local.service(service).start();
            }
        }
    }

    /** The bound of a request that reaches one database. */
    public Bound bound(String name, Service service, Runnable request) {
        var database = service.database().orElseThrow();
        var bounds = bounds(name, EnumSet.of(service), request);
        return bounds.get(database);
    }

    /** The bounds of something that reaches several databases, by database. */
    public Map<String, Bound> bounds(String name, Set<Service> services, Runnable request) {
        List<String> names = services.stream()
                .flatMap(service -> service.database().stream())
                .toList();
        var bounds = Bound.of(name, names, request, log, databases, folder);
        services.stream()
                .filter(service -> bounds.containsKey(service.database().orElse("")))
                .forEach(this::copy);
        return bounds;
    }

    private void copy(Service service) {
        copy(service, Bound.copyOf(service.database().orElseThrow()));
    }

    /** Copies the database of a service, which is down meanwhile. */
    public void copy(Service service, String name) {
        databases.execute("postgres", "drop database if exists " + name);
        local.service(service).stop();
        databases.copy(service.database().orElseThrow(), name);
        local.service(service).start();
    }

    /** The root of the working copy that is measured. */
    public Path checkout() {
        return checkout;
    }

    /** Our side of a window: so many callers at once, each sends the same again as soon as it was answered. */
    public Rate load(int callers, Duration window, Call call) {
        var before = OurProcesses.cpu();
        long answered = http.again(call, callers, window);
        return Rate.of(answered, window, OurProcesses.cpu().minus(before));
    }

    /** A request, again and again, against its bound. */
    public Comparison against(Bound bound, int connections, Effort effort, Call call) {
        var _ = load(connections, effort.warmUp(), call);
        return Comparison.ofRates(
                effort.pairs(),
                () -> bound.run(connections, effort.window()),
                () -> load(connections, effort.window(), call));
    }

    /** So many callers of what takes many requests, each caller on a virtual thread. */
    public static Rate load(int callers, Duration window, IntConsumer work) {
        var before = OurProcesses.cpu();
        long end = System.nanoTime() + window.toNanos();
        var done = Together.map(IntStream.range(0, callers).boxed().toList(), caller -> {
            long times = 0;
            while (System.nanoTime() < end) {
                work.accept(caller);
                times += System.nanoTime() < end ? 1 : 0;
            }
            return times;
        });
        return Rate.of(
                done.stream().mapToLong(Long::longValue).sum(),
                window,
                OurProcesses.cpu().minus(before));
    }

    /** How long one takes in the mean, one after the other. */
    public double millis(Call call, Duration window) {
        return window.toNanos() / 1e6 / http.again(call, 1, window);
    }

    @Override
    public void close() {
        http.close();
        local.close();
    }
}
