package dev.fieldservice.bench.latency;

import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.measure.Percentiles;
import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** From the commit in one service to the moment at which the next one begins to handle it. */
public final class EventLatency implements Figure {

    private static final int PER_SECOND = 200;
    private static final String TOPIC = "bench-latency";

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.of(Service.INVENTORY, Service.WORKORDER, Service.GATEWAY);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        stack.restartPostgresWith("track_commit_timestamp", "on");
        stack.local().kafka().createTopics(List.of(TOPIC), 1);
        var _ = parts(stack, effort.warmUp());
        var middle = Comparison.ofTimes();
        var tail = Comparison.ofTimes();
        for (int pair = 0; pair < effort.pairs(); pair++) {
            var bound = KafkaRoundTrips.during(
                    effort.window(), stack.local().kafka().bootstrapServers(), TOPIC);
            var ours = parts(stack, effort.window());
            middle.add(bound.at(0.50), ours.at(0.50), 0);
            tail.add(bound.at(0.99), ours.at(0.99), 0);
        }
        var what = "commit in inventory until workorder's handler starts, %d events/s: ".formatted(PER_SECOND);
        return List.of(
                Finding.atMost(2.0, what + "p50", middle, millis(middle)),
                Finding.atMost(
                        2.0,
                        what + "p99",
                        tail,
                        millis(tail),
                        "from PostgreSQL's commit timestamp to inbox.received_at, which is taken before the handler's"
                                + " transaction; bound: as Kafka's EndToEndLatency, one message after the other"));
    }

    private static String millis(Comparison comparison) {
        return Finding.format("%.2f ms against %.2f ms", comparison.medianOurs(), comparison.medianBound());
    }

    private static Percentiles parts(Stack stack, Duration window) {
        var run = UUID.randomUUID().toString().substring(0, 8);
        int events = (int) (PER_SECOND * window.toSeconds());
        var recent = new RecentEvents(stack.local().kafka().bootstrapServers(), Topics.PART_REGISTERED);
        try (recent) {
            openLoop(stack.gateway(), run, events);
            var commits = stack.databases().rows("inventory", """
                    select id::text, (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1e6)::bigint
                      from part where number like '%s-%%'""".formatted(run));
            var eventIds = recent.idsByKey(commits.keySet());
            stack.databases()
                    .await(
                            "workorder",
                            "select count(*) from known_part where number like '%s-%%'".formatted(run),
                            count -> count == events);
            var starts = stack.databases().rows("workorder", """
                    select event_id::text, (extract(epoch from received_at) * 1e6)::bigint from inbox
                     where topic = '%s'""".formatted(Topics.PART_REGISTERED));
            return Percentiles.of(commits.entrySet().stream()
                    .mapToDouble(commit -> (starts.get(eventIds.get(commit.getKey())) - commit.getValue()) / 1e3)
                    .toArray());
        }
    }

    /** Starts each call at its time, whether those before it were answered or not. */
    private static void openLoop(Api gateway, String run, int events) {
        var created = new AtomicInteger();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < events; i++) {
                var begins = began + i * 1_000_000_000L / PER_SECOND;
                Interrupted.pause(Duration.ofNanos(Math.max(0, begins - System.nanoTime())));
                var number = run + "-" + i;
                threads.execute(() -> {
                    var reply = gateway.tryPost(Player.STELA, "/v1/parts", """
                            {"number": "%s", "name": "Filtru", "unit": "EA", "serialised": false}""".formatted(number));
                    if (reply.isOk()) {
                        created.incrementAndGet();
                    }
                });
            }
        }
        if (created.get() != events) {
            throw new Unmeasurable("of %d parts only %d were created".formatted(events, created.get()));
        }
    }
}
