package dev.fieldservice.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Hands committed rows to the broker, those of one key in the order of their commits, and deletes each batch after every
 * row was acknowledged.
 *
 * <p>A crash between acknowledgement and delete sends a batch again: delivery is at least once and the consumers' inbox
 * makes the effect happen once. It is one thread with plain blocking calls: there is nothing to win here by being
 * reactive, and a loop is easier to reason about.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long BACK_OFF_MILLIS = 1_000;
    private static final long SHORTEST_WAIT_MILLIS = 4;
    private static final int MOST_DOUBLINGS = 10;

    private final RelayConfig config;
    private final OutboxTable table;
    private final Broker broker;
    private final AgroalDataSource database;
    private final Counter sent;
    private final Counter failures;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean running;
    private volatile String fault = "";
    private Thread thread;
    private int meetings;

    public OutboxRelay(
            RelayConfig config, OutboxTable table, Broker broker, AgroalDataSource database, MeterRegistry metrics) {
        this.config = config;
        this.table = table;
        this.broker = broker;
        this.database = database;
        this.sent = metrics.counter("fieldservice.relay.sent");
        this.failures = metrics.counter("fieldservice.relay.failures");
    }

    /** Says that something was committed. Cheap, never blocks. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Why the last round failed; empty if it did not. */
    public String fault() {
        return fault;
    }

    /** False once the thread is gone although it should run: only a restart helps then. */
    public boolean isAlive() {
        return !running || thread.isAlive();
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::loop);
        }
    }

    /** After the consumers (50), so that what their last messages have caused goes out too. */
    void stop(@Observes @Priority(100) @BeforeDestroyed(ApplicationScoped.class) Object event)
            throws InterruptedException {
        running = false;
        wakeUps.release();
        if (thread != null) {
            thread.join(config.farewell().toMillis());
            thread.interrupt();
            broker.close();
        }
    }

    private void loop() {
        boolean isLast;
        do {
            isLast = !running; // what was written until then goes out once more
            try {
                OptionalInt rows = relayOnce();
                sent.increment(rows.orElse(0));
                fault = "";
                meetings = rows.isPresent() ? 0 : meetings + 1;
                if (rows.orElse(0) < config.batchSize() && !isLast) {
                    pause(untilNext());
                }
            } catch (SQLException | KafkaException | ExecutionException e) {
                LOG.warnf("outbox waits: %s", e.toString());
                backOff(e);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException defect) {
                LOG.error("outbox relay failed", defect);
                backOff(defect);
            }
        } while (!isLast);
    }

    /** A round of another replica that began before the last commit here has missed it: so the first looks after it come soon. */
    private long untilNext() {
        long poll = config.pollInterval().toMillis();
        return meetings == 0 ? poll : Math.min(poll, SHORTEST_WAIT_MILLIS << Math.min(meetings, MOST_DOUBLINGS));
    }

    private void backOff(Exception e) {
        fault = String.valueOf(e.getMessage());
        failures.increment();
        pause(BACK_OFF_MILLIS);
    }

    /** How many were sent; empty while another replica sends. */
    private OptionalInt relayOnce() throws SQLException, InterruptedException, ExecutionException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<List<OutboxTable.Row>> batch = table.next(connection, config.batchSize());
                if (batch.isPresent() && !batch.get().isEmpty()) {
                    broker.send(batch.get());
                    table.delete(connection, batch.get());
                }
                connection.commit();
                return batch.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(batch.get().size());
            } catch (SQLException | ExecutionException | InterruptedException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            cause.addSuppressed(alsoFailed);
        }
    }

    private void pause(long millis) {
        try {
            if (wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
