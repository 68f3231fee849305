package dev.fieldservice.platform.backlog;

import dev.fieldservice.platform.broker.Consumers;
import dev.fieldservice.platform.broker.Consumers.Standing;
import dev.fieldservice.platform.database.Database;
import dev.fieldservice.platform.inbox.Channel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Gauges of the backlog: what waits in the outbox, on the topics and among parked messages. They have no value (NaN) while who
 * knows it does not answer: an old value would be a lie.
 */
@ApplicationScoped
public class Backlog {

    private static final String EVERY = "5s";
    private static final String WAITING = """
            select (select count(*) from outbox),
                   coalesce(extract(epoch from clock_timestamp()
                       - (select created_at from outbox order by seq limit 1)), 0),
                   (select count(*) from parked_message where replayed_at is null)""";
    private static final Waiting UNKNOWN = new Waiting(Double.NaN, Double.NaN, Double.NaN);

    private final Database database;
    private final Channel channel;
    private final Consumers consumers;
    private final MeterRegistry metrics;
    private volatile Waiting waiting = UNKNOWN;
    private volatile Optional<Standing> standing = Optional.empty();

    public Backlog(Database database, Channel channel, Consumers consumers, MeterRegistry metrics) {
        this.database = database;
        this.channel = channel;
        this.consumers = consumers;
        this.metrics = metrics;
    }

    private record Waiting(double outboxRows, double outboxSeconds, double parked) {}

    void show(@Observes StartupEvent event) {
        Gauge.builder("fieldservice.outbox.messages", () -> waiting.outboxRows())
                .description("Committed messages that the broker has not acknowledged yet")
                .register(metrics);
        Gauge.builder("fieldservice.outbox.age", () -> waiting.outboxSeconds())
                .description("Age of the oldest of them")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("fieldservice.parked.messages", () -> waiting.parked())
                .description("Messages that could not take effect and wait for a person")
                .register(metrics);
        for (String topic : channel.topics()) {
            Gauge.builder("fieldservice.consumer.lag", () -> lag(topic))
                    .description("Messages of the topic that have not taken effect here yet")
                    .tag("topic", topic)
                    .register(metrics);
        }
    }

    @Scheduled(every = EVERY)
    Uni<Void> askDatabase() {
        return database.ask(WAITING, row -> new Waiting(row.getDouble(1), row.getDouble(2), row.getDouble(3)))
                .invoke(answer -> waiting = answer.orElse(UNKNOWN))
                .replaceWithVoid();
    }

    @Scheduled(every = EVERY)
    Uni<Void> askBroker() {
        return consumers.standing().invoke(known -> standing = known).replaceWithVoid();
    }

    /** Null, which is shown as NaN, if it is not known. */
    private Long lag(String topic) {
        return standing.map(known -> known.lag().get(topic)).orElse(null);
    }
}
