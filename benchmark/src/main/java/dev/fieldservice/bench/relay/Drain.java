package dev.fieldservice.bench.relay;

import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.measure.Rate;
import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.bench.stack.OurProcesses;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.local.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The relay has 100 000 events to hand over: against Kafka's producer alone and the database's work alone. */
public final class Drain implements Figure {

    private static final int EVENTS = 100_000;
    private static final String DATABASE = "ticket";
    private static final String TOPIC = "bench-relay";
    private static final String OUTBOX = "outbox";
    private static final String BOUND_OUTBOX = "bench_outbox";

    /** The relay waits while somebody else holds it. */
    private static final long RELAYS_LOCK = 7_305_482_001L;

    private static final String ANY_LEFT = "select count(*) from (select 1 from outbox limit 1) left_over";

    @Override
    public String id() {
        return "P4";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.of(Service.TICKET, Service.GATEWAY);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        int events = effort.scaled(EVENTS);
        stack.local().kafka().createTopics(List.of(TOPIC), Topics.PARTITIONS);
        stack.databases().execute(DATABASE, "create table %s (like %s including all)".formatted(BOUND_OUTBOX, OUTBOX));
        var byProducer = new ArrayList<Double>();
        var byDatabase = new ArrayList<Double>();
        try (var producer = new PlainProducer(stack.local().kafka().bootstrapServers(), TOPIC)) {
            var compared = Comparison.ofRates(
                    effort.pairs(),
                    () -> {
                        byProducer.add(Rate.of(events, producer.send(events)).perSecond());
                        byDatabase.add(databaseAlone(stack, events).perSecond());
                        return new Rate(Math.min(byProducer.getLast(), byDatabase.getLast()), 0);
                    },
                    () -> relay(stack, producer, events));
            return List.of(Finding.atLeast(
                            0.60,
                            "the relay hands over %d events in order of their keys, acks=all".formatted(events),
                            compared,
                            Finding.format(
                                    "%.0f/s against %.0f/s: the lower of producer %.0f/s and read + delete %.0f/s (last pair)",
                                    compared.medianOurs(),
                                    compared.medianBound(),
                                    byProducer.getLast(),
                                    byDatabase.getLast()))
                    .keeping("relay.events-per-second", compared.medianOurs()));
        } finally {
            stack.databases().execute(DATABASE, "drop table " + BOUND_OUTBOX);
        }
    }

    /** Rows as a service writes them; {@link PlainProducer} sends messages of the same size and keys. */
    private static void fill(Stack stack, String table, int events) {
        stack.databases().execute(DATABASE, """
                insert into %s (id, aggregatetype, aggregateid, type, payload, traceparent, created_at)
                select gen_random_uuid(), '%s', 'key-' || (i %% %d), 'dev.fieldservice.bench-relay.v1',
                       convert_to(repeat('x', %d), 'UTF8'), '%s', now()
                  from generate_series(1, %d) i""".formatted(
                        table, TOPIC, PlainProducer.KEYS, PlainProducer.BYTES, PlainProducer.TRACE, events));
        stack.databases().execute(DATABASE, "analyze " + table);
    }

    private static Rate relay(Stack stack, PlainProducer topic, int events) {
        long before = topic.messages();
        try (var connection = stack.databases().superuser(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(%d)".formatted(RELAYS_LOCK));
            fill(stack, OUTBOX, events);
            statement.execute("checkpoint"); // what filling has dirtied is not the relay's to pay for
            var cpu = OurProcesses.cpu(Service.TICKET);
            long began = System.nanoTime();
            statement.execute("select pg_advisory_unlock(%d)".formatted(RELAYS_LOCK));
            stack.databases().await(DATABASE, ANY_LEFT, left -> left == 0);
            var elapsed = Duration.ofNanos(System.nanoTime() - began);
            long arrived = topic.messages() - before;
            if (arrived != events) {
                throw new Unmeasurable(events + " events left the outbox, and " + arrived + " arrived");
            }
            return Rate.of(events, elapsed, OurProcesses.cpu(Service.TICKET).minus(cpu));
        } catch (SQLException e) {
            throw new Unmeasurable(e.getMessage(), e);
        }
    }

    private static Rate databaseAlone(Stack stack, int events) {
        fill(stack, BOUND_OUTBOX, events);
        try (var connection = stack.databases().superuser(DATABASE)) {
            stack.databases().execute(DATABASE, "checkpoint");
            long began = System.nanoTime();
            int taken = new ReadAndDelete(connection, BOUND_OUTBOX).all();
            if (taken != events) {
                throw new Unmeasurable("the bound has taken " + taken + " rows of " + events);
            }
            return Rate.of(events, Duration.ofNanos(System.nanoTime() - began));
        } catch (SQLException e) {
            throw new Unmeasurable(e.getMessage(), e);
        }
    }
}
