package dev.fieldservice.platform.startup;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.outbox.OutboxRow;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The warm-up at the start: goes the way of a command and of a message before anybody waits for it, and leaves nothing behind:
 * whoever comes first after a start need not wait until connections are opened and classes loaded.
 */
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final String TOPIC = "warm-up";
    private static final int AT_ONCE = 8;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final UnitOfWork unit;
    private final Clock clock;
    private final String service;

    WarmUp(UnitOfWork unit, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.unit = unit;
        this.clock = clock;
        this.service = service;
    }

    /** Before the service listens. Nothing depends on it: a database that is away is the health checks' business. */
    void beforeAnybodyComes(@Observes StartupEvent event) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> Uni.join()
                    .all(Stream.generate(this::transaction).limit(AT_ONCE).toList())
                    .andCollectFailures()
                    .ifNoItem()
                    .after(LONGEST)
                    .fail());
        } catch (Throwable cold) {
            LOG.debug("starts cold", cold);
        }
    }

    private Uni<Void> transaction() {
        By by = By.service(service, clock.instant(), null, null);
        return unit.run(by, tx -> write(tx).chain(() -> Uni.createFrom().<Void>failure(new Undone())))
                .onFailure(Undone.class)
                .recoverWithNull();
    }

    private static Uni<Void> write(Tx tx) {
        OutboxRow row = new OutboxRow(
                Ids.next(), TOPIC, null, null, new byte[0], null, null, tx.by().at());
        return tx.session()
                .createNativeQuery("insert into inbox (event_id, topic, received_at) values (?1, ?2, ?3)")
                .setParameter(1, Ids.next())
                .setParameter(2, TOPIC)
                .setParameter(3, tx.by().at())
                .executeUpdate()
                .chain(() -> tx.session().persist(row))
                .chain(tx.session()::flush);
    }

    /** Rolls back. */
    private static final class Undone extends RuntimeException {
        Undone() {
            super("only a rehearsal", null, false, false);
        }
    }
}
