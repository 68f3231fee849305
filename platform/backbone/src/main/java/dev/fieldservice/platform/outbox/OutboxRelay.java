package dev.fieldservice.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wakeUps.release();
        if (thread != null) {
            thread.join(config.deliveryTimeout().toMillis());
        }
        broker.close();
    }

    private void loop() {
        while (running) {
            try {
                int rows = relayOnce();
                sent.increment(rows);
                fault = "";
                if (rows < config.batchSize()) {
                    pause(config.pollInterval().toMillis());
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
        }
    }

    private void backOff(Exception e) {
        fault = String.valueOf(e.getMessage());
        failures.increment();
        pause(BACK_OFF_MILLIS);
    }

    private int relayOnce() throws SQLException, InterruptedException, ExecutionException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<OutboxTable.Row> batch = table.next(connection, config.batchSize());
                if (!batch.isEmpty()) {
                    broker.send(batch);
                    table.delete(connection, batch);
                }
                connection.commit();
                return batch.size();
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
