package dev.fieldservice.bench.recovery;

import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.stack.LastingLoad;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Customer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A service is killed under load and started again: when does it do again what it did before? */
public final class Killed implements Figure {

    private static final int CALLERS = 16;
    private static final double AGAIN = 0.95;

    /** Of each caller: 100 tickets a second by all of them. */
    private static final Duration PACE = Duration.ofMillis(160);

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "P10";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.of(Service.TICKET, Service.GATEWAY);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        return List.of(
                killed("under a steady load", PACE, stack, effort),
                killed("with callers who ask as fast as they are answered", Duration.ZERO, stack, effort));
    }

    private static Finding killed(String load, Duration pace, Stack stack, Effort effort) {
        var gateway = stack.gateway();
        var body = Customer.registered(gateway).ticket();
        var compared = Comparison.ofTimes();
        double steady = 0;
        for (int round = 0; round < effort.pairs(); round++) {
            try (var callers = new LastingLoad(CALLERS, pace, () -> create(gateway, body))) {
                steady = callers.rate(effort.window());
                var service = stack.local().service(Service.TICKET);
                long killed = System.nanoTime();
                service.kill();
                service.start();
                double startup = seconds(killed);
                double recovered = callers.secondsUntil(steady * AGAIN, killed, PATIENCE);
                compared.add(startup + GRACE.toSeconds(), recovered, 0);
            }
        }
        return Finding.atMost(
                1.00,
                "ticket-service killed " + load + ": until 95 % of its throughput again",
                compared,
                Finding.format(
                        "%.1f s against start-up + 2 s = %.1f s, at %.0f/s",
                        compared.medianOurs(), compared.medianBound(), steady));
    }

    private static boolean create(Api gateway, String body) {
        return gateway.tryPost(Player.DANA, "/v1/tickets", body).isOk();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
