package dev.fieldservice.bench.requests;

import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.measure.Percentiles;
import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Addresses;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.HostileClient;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a caller waits for while a hostile client does its worst, against what they wait for without one. It sits on the same
 * processors as what it attacks, so that its own work delays the caller too.
 */
public final class AnotherCaller implements Figure {

    /** More than there are connections to a service. */
    private static final int MANY = 140;

    /** Requests a second that the gateway takes of one caller in the long run, and how many of them at once. */
    private static final int RATE = 100;

    private static final int BATCH = 10;

    /** What one caller may ask for where nothing is set; ./bench sets what no caller reaches, as one is its whole load elsewhere. */
    private static final Map<String, String> LIMITS = Map.of(
            "GATEWAY_LIMITS_REQUESTS_PER_SECOND", "100",
            "GATEWAY_LIMITS_BURST", "200",
            "GATEWAY_LIMITS_AT_ONCE", "32",
            "GATEWAY_LIMITS_ASKED_AT_ONCE", "4");

    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(BATCH * 1000L / RATE);
    /** As often as the caller looks: half of what one may ask for. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(10);

    @Override
    public String id() {
        return "P15";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.of(Service.DISPATCH, Service.GATEWAY);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        restartGateway(stack, Map.Entry::getValue);
        try {
            return measured(stack, effort);
        } finally {
            restartGateway(stack, limit -> System.getenv().getOrDefault(limit.getKey(), limit.getValue()));
        }
    }

    private static void restartGateway(Stack stack, Function<Map.Entry<String, String>, String> value) {
        var gateway = stack.local().service(Service.GATEWAY);
        gateway.stop();
        LIMITS.entrySet().forEach(limit -> gateway.set(limit.getKey(), value.apply(limit)));
        gateway.start();
    }

    private static List<Finding> measured(Stack stack, Effort effort) {
        var api = stack.gateway();
        var caller = stack.people("p15", 1, Role.DISPATCHER).getFirst();
        Supplier<Percentiles> looks = () -> looks(api, caller, effort.window().multipliedBy(2));
        var _ = looks(api, caller, effort.warmUp());
        return List.of(
                against(
                        stack,
                        effort,
                        looks,
                        "a client that cancels %d requests at once, then %d a second in batches of %d"
                                .formatted(MANY, RATE, BATCH),
                        client -> client.askAndCancel(MANY),
                        client -> client.askAndCancel(BATCH),
                        BETWEEN_BATCHES),
                against(
                        stack,
                        effort,
                        looks,
                        "a client that sends %d bodies byte by byte".formatted(MANY),
                        client -> client.beginBodies(MANY),
                        HostileClient::sendOneByteMore,
                        BETWEEN_BYTES),
                Finding.told(
                        "one that asks as often and waits for its answers",
                        List.of(told(looks, hostile(stack), client -> {
                            for (int i = 0; i < BATCH; i++) {
                                var _ = client.ask();
                            }
                        }))));
    }

    private static Finding against(
            Stack stack,
            Effort effort,
            Supplier<Percentiles> looks,
            String attack,
            Consumer<HostileClient> begins,
            Consumer<HostileClient> goesOn,
            Duration every) {
        var compared = Comparison.ofTimes();
        for (int pair = 0; pair < effort.pairs(); pair++) {
            double quiet = looks.get().at(0.99);
            compared.add(quiet, attacked(hostile(stack), looks, begins, goesOn, every), 0);
        }
        return Finding.atMost(
                2.00,
                "the 99th percentile of what another caller waits for beside " + attack + ", against a quiet one",
                compared,
                Finding.format("%.1f ms against %.1f ms", compared.medianOurs(), compared.medianBound()));
    }

    private static String told(Supplier<Percentiles> looks, HostileClient client, Consumer<HostileClient> goesOn) {
        double quiet = looks.get().at(0.99);
        double beside = attacked(client, looks, first -> {}, goesOn, BETWEEN_BATCHES);
        return Finding.format("%.1f ms against %.1f ms", beside, quiet);
    }

    private static double attacked(
            HostileClient client,
            Supplier<Percentiles> looks,
            Consumer<HostileClient> begins,
            Consumer<HostileClient> goesOn,
            Duration every) {
        try (client;
                var attacker = Executors.newSingleThreadScheduledExecutor()) {
            begins.accept(client);
            var attack = attacker.scheduleAtFixedRate(
                    () -> goesOn.accept(client), 0, every.toMillis(), TimeUnit.MILLISECONDS);
            var beside = looks.get().at(0.99);
            if (attack.isDone()) {
                throw new Unmeasurable("the hostile client gave up");
            }
            attack.cancel(false);
            return beside;
        }
    }

    private static HostileClient hostile(Stack stack) {
        Addresses addresses = stack.local().address();
        var signIn = new SignIn(addresses, new Client());
        return new HostileClient(stack.local().address().gateway(), () -> signIn.token(Player.TUDOR.user()));
    }

    private static Percentiles looks(Api api, Player caller, Duration window) {
        var millis = new ArrayList<Double>();
        long end = System.nanoTime() + window.toNanos();
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            var answer = api.get(caller, HostileClient.PATH);
            var took = Duration.ofNanos(System.nanoTime() - began);
            if (answer.status() != 200) {
                throw new Unmeasurable("another caller was answered " + answer);
            }
            millis.add(took.toNanos() / 1e6);
            if (took.compareTo(BETWEEN_LOOKS) < 0) {
                Interrupted.pause(BETWEEN_LOOKS.minus(took));
            }
        }
        return Percentiles.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
