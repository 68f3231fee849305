package dev.fieldservice.faults.strikes;

import dev.fieldservice.faults.evidence.Broker;
import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.workload.Calls;
import dev.fieldservice.faults.workload.Phone;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.ServiceProcess;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.KeycloakAdmin;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.client.Transport;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Office;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What faults strike at and strike with, and where they say what they saw. */
public record Field(
        LocalStack stack,
        Databases databases,
        Broker broker,
        Transport http,
        SignIn signIn,
        KeycloakAdmin keycloak,
        Phone phone,
        Company company,
        Calls calls,
        Random random,
        Consumer<String> out,
        Queue<Observation> observations,
        Queue<String> poison) {

    private static final Duration LOOK = Duration.ofMillis(20);

    /** Something that had to be so while or after a fault struck. */
    public record Observation(String what, boolean holds, String evidence) {}

    public static Field of(
            LocalStack stack,
            Transport http,
            SignIn signIn,
            KeycloakAdmin keycloak,
            Phone phone,
            Company company,
            Calls calls,
            long seed,
            Consumer<String> out) {
        return new Field(
                stack,
                new Databases(stack.address()),
                new Broker(stack.address()),
                http,
                signIn,
                keycloak,
                phone,
                company,
                calls,
                new Random(seed),
                out,
                new ConcurrentLinkedQueue<>(),
                new ConcurrentLinkedQueue<>());
    }

    /** The same with a dice of its own, so that one fault's luck does not depend on that of the others. */
    Field with(Random dice) {
        return new Field(
                stack,
                databases,
                broker,
                http,
                signIn,
                keycloak,
                phone,
                company,
                calls,
                dice,
                out,
                observations,
                poison);
    }

    void tell(String what) {
        out.accept("           " + what);
    }

    void observe(String what, boolean holds, String evidence) {
        observations.add(new Observation(what, holds, evidence));
        tell((holds ? "" : "NOT SO: ") + what + ": " + evidence);
    }

    /** Looks again and again; false when it was not so in all that time. */
    static boolean within(Duration limit, BooleanSupplier isSo) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Interrupted.pause(LOOK);
        }
        return true;
    }

    /** A moment somewhere between two durations, from the seed. */
    Duration between(Duration least, Duration most) {
        return least.plusMillis(random.nextLong(most.minus(least).toMillis() + 1));
    }

    int replicas() {
        return stack.replicas(Service.TICKET).size();
    }

    /** One replica, from the seed. */
    ServiceProcess anyOf(Service service) {
        List<ServiceProcess> all = stack.replicas(service);
        return all.size() == 1 ? all.getFirst() : all.get(random.nextInt(all.size()));
    }

    /** All replicas: whichever has in hand what is struck, nobody goes on with it. */
    void kill(Service service) {
        stack.replicas(service).forEach(ServiceProcess::kill);
    }

    void stop(Service service) {
        each(service, ServiceProcess::stop);
    }

    void start(Service service) {
        each(service, ServiceProcess::start);
    }

    private void each(Service service, Consumer<ServiceProcess> act) {
        var _ = Together.map(stack.replicas(service), process -> {
            act.accept(process);
            return process;
        });
    }

    /** Each replica of it says so. */
    boolean isReady(Service service) {
        return stack.replicas(service).stream()
                .allMatch(process -> http.attempt(Call.of("GET", process.address(), "/q/health/ready"))
                        .isOk());
    }

    /** All are ready again, the same processes as before. */
    void observeHealing(String fault, Map<Service, List<Long>> pids, Duration limit) {
        long began = System.nanoTime();
        boolean healed = within(limit, () -> List.of(Service.values()).stream().allMatch(this::isReady));
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        List<Service> unready = healed
                ? List.of()
                : List.of(Service.values()).stream()
                        .filter(each -> !isReady(each))
                        .toList();
        boolean same = pids.equals(pids());
        observe(
                "after " + fault + " all are ready again without a restart",
                healed && same,
                "after " + seconds + " s" + (healed ? "" : ", not: " + unready) + (same ? "" : ", other processes"));
    }

    Map<Service, List<Long>> pids() {
        Map<Service, List<Long>> pids = new java.util.EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            pids.put(
                    service,
                    stack.replicas(service).stream()
                            .map(process -> process.pid().orElse(0))
                            .toList());
        }
        return pids;
    }

    /** Has the service say something to the others, where the cycle alone seldom makes it do so. */
    void nudge(Service service) {
        if (service == Service.INVENTORY) {
            var _ = Thread.startVirtualThread(() -> {
                var _ = new Office(phone).part("NDG", "Garnitură", "EA", false);
            });
        }
    }
}
