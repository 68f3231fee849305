package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what was written: claims a message in one transaction, sends it outside of any, and records the result in another. A
 * slow mail server holds no lock and no row; a crash in between sends the message once more, under the same id.
 */
@ApplicationScoped
public class NoticeSender {

    private static final Logger LOG = Logger.getLogger(NoticeSender.class);
    private static final String NEXT = """
            select id from delay_notice where state = 'PENDING' and next_attempt_at <= :now
             order by next_attempt_at limit 1 for update skip locked""";

    private final UnitOfWork unit;
    private final Messenger messenger;
    private final NoticeConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final String service;
    private final AtomicBoolean isSending = new AtomicBoolean();
    private final AtomicBoolean isMore = new AtomicBoolean();

    public NoticeSender(
            UnitOfWork unit,
            Messenger messenger,
            NoticeConfig config,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.unit = unit;
        this.messenger = messenger;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.service = service;
    }

    /** Without a message where there is nothing left to tell. */
    private record Due(UUID id, Optional<Message> message) {}

    /** For messages whose time has come again, and for those of a replica that is gone. */
    @Scheduled(every = "5s")
    void sweep() {
        wake();
    }

    /** Says that there may be something to send. Never blocks; one round runs at a time. */
    public void wake() {
        isMore.set(true);
        if (isSending.compareAndSet(false, true)) {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            context.runOnContext(start -> {
                var _ = sendAll(context).subscribe().with(done -> finish(), this::broken);
            });
        }
    }

    private void broken(Throwable fault) {
        LOG.warnf("messages wait: %s", fault);
        isMore.set(false);
        finish();
    }

    private void finish() {
        isSending.set(false);
        if (isMore.get()) {
            wake();
        }
    }

    private Uni<Void> sendAll(Context context) {
        isMore.set(false);
        return claim().chain(due -> due.isEmpty()
                ? Uni.createFrom().voidItem()
                : send(due.get(), context).chain(() -> sendAll(context)));
    }

    private Uni<Optional<Due>> claim() {
        By by = by();
        return unit.run(
                by,
                tx -> tx.session()
                        .createNativeQuery(NEXT, UUID.class)
                        .setParameter("now", by.at())
                        .getSingleResultOrNull()
                        .chain(id -> id == null
                                ? Uni.createFrom().item(Optional.<Due>empty())
                                : claim(tx, id).map(Optional::of)));
    }

    private Uni<Due> claim(Tx tx, UUID id) {
        return tx.load(DelayNotice.class, id)
                .chain(notice -> tx.session()
                        .find(Appointment.class, notice.appointmentId)
                        .map(appointment -> new Due(
                                id,
                                notice.expires(appointment, tx.by())
                                        ? Optional.empty()
                                        : Optional.of(notice.attempt(tx.by(), config.lease())))));
    }

    private Uni<Void> send(Due due, Context context) {
        return due.message()
                .map(message -> send(due.id(), message, context))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> send(UUID id, Message message, Context context) {
        return messenger
                .send(message)
                .ifNoItem()
                .after(config.patience())
                .fail()
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .onItemOrFailure()
                .transformToUni((sent, fault) -> record(id, (notice, by) -> settle(notice, by, fault)));
    }

    /** @param fault null if it was sent */
    private void settle(DelayNotice notice, By by, Throwable fault) {
        switch (fault) {
            case null -> notice.sent(by);
            case Messenger.Undeliverable refused -> notice.failed(by, String.valueOf(refused.getMessage()));
            default -> notice.postpone(by, String.valueOf(fault.getMessage()), config);
        }
    }

    private Uni<Void> record(UUID id, BiConsumer<DelayNotice, By> result) {
        By by = by();
        return unit.run(
                        by,
                        tx -> tx.load(DelayNotice.class, id).invoke(notice -> {
                            if (notice.isPending()) {
                                result.accept(notice, by);
                            }
                        }))
                .replaceWithVoid();
    }

    private By by() {
        return By.service(service, clock.instant(), null, null);
    }
}
