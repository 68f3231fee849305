package dev.fieldservice.platform.inbox;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.database.Faults;
import dev.fieldservice.platform.inbox.Claims.Claim;
import dev.fieldservice.platform.inbox.Envelopes.Envelope;
import dev.fieldservice.platform.inbox.Envelopes.UnreadableMessage;
import dev.fieldservice.platform.tracing.Spans;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The inbox, in which every message handler runs. Messages of one topic and key take effect in order, others at the same time.
 * The effect and the claim of the event's id are one transaction, so an event that comes twice takes effect once. A fault that
 * may pass is waited for, and holds up only messages of the same key; a message that can never work is parked and the rest
 * goes on.
 */
@ApplicationScoped
class Inbox {

    /** Of the 16 connections of the pool some are left for requests and for parking. */
    private static final int TRANSACTIONS_AT_ONCE = 12;

    private static final int MESSAGES_IN_HAND = 1_000;
    private static final int UNREADABLE_AT_ONCE = 2;
    private static final int UNREADABLE_IN_HAND = 20;
    private static final int TRIES_OF_WHAT_LOOKS_FINAL = 2;
    private static final int LONGEST_WAIT_DOUBLINGS = 6;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private final UnitOfWork unit;
    private final Claims claims;
    private final Parking parking;
    private final Envelopes envelopes;
    private final Untold untold;
    private final Spans spans;
    private final Trail trail;
    private final Clock clock;
    private final String service;
    private final Lanes keys = new Lanes(MESSAGES_IN_HAND, MESSAGES_IN_HAND);
    private final Lanes transactions = new Lanes(TRANSACTIONS_AT_ONCE, Integer.MAX_VALUE);
    private final Lanes aside = new Lanes(UNREADABLE_AT_ONCE, UNREADABLE_IN_HAND);

    Inbox(
            UnitOfWork unit,
            Claims claims,
            Parking parking,
            Envelopes envelopes,
            Untold untold,
            Spans spans,
            Trail trail,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.unit = unit;
        this.claims = claims;
        this.parking = parking;
        this.envelopes = envelopes;
        this.untold = untold;
        this.spans = spans;
        this.trail = trail;
        this.clock = clock;
        this.service = service;
    }

    /**
     * Takes a batch, and acknowledges it when every message of it took effect or was parked: only then may their offsets be
     * committed. What cannot be read has no effect that could be out of order: it is parked at once, whatever waits before
     * it.
     *
     * @return completes when there is room for another batch, which may be long before this one is dealt with
     */
    @Incoming(Channel.NAME)
    Uni<Void> take(Message<ConsumerRecords<String, byte[]>> batch) {
        Context context = Vertx.currentContext();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        List<Envelope> readable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : batch.getPayload()) {
            if (untold.holds(message)) {
                trail.untold(message);
                continue;
            }
            try {
                envelopes.open(message).ifPresentOrElse(readable::add, () -> trail.otherVersion(message));
            } catch (RuntimeException unreadable) {
                Uni<Void> neverWorks = Uni.createFrom().failure(unreadable);
                all.add(aside.run(place(message), persistently(message, neverWorks, context)));
            }
        }
        return claims.known(readable)
                .invoke(known -> {
                    for (Envelope envelope : readable) {
                        if (known.contains(Claim.of(envelope))) {
                            trail.done(envelope.message(), false);
                        } else {
                            Uni<Void> work = persistently(envelope.message(), once(envelope, context), context);
                            all.add(keys.run(key(envelope.message()), work));
                        }
                    }
                    acknowledge(batch, all);
                })
                .chain(keys::room)
                .chain(aside::room);
    }

    private static String key(ConsumerRecord<?, ?> message) {
        return message.topic() + "/" + message.key();
    }

    private static String place(ConsumerRecord<?, ?> message) {
        return "%s[%d]@%d".formatted(message.topic(), message.partition(), message.offset());
    }

    private static void acknowledge(Message<?> batch, List<CompletableFuture<Void>> all) {
        var _ = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).whenComplete((done, defect) -> {
            var _ = defect == null ? batch.ack() : batch.nack(defect);
        });
    }

    private Uni<Void> persistently(ConsumerRecord<String, byte[]> message, Uni<Void> once, Context context) {
        AtomicInteger failures = new AtomicInteger();
        AtomicInteger finalLooking = new AtomicInteger();
        return once.onFailure(fault -> isHopeless(fault, finalLooking.get()))
                .recoverWithUni(fault -> parking.park(message, fault).invoke(() -> trail.parked(message, fault)))
                .onFailure()
                .retry()
                .when(faults -> faults.onItem().transformToUniAndConcatenate(fault -> {
                    trail.waits(message, fault);
                    if (!Faults.mayPass(fault)) {
                        finalLooking.incrementAndGet();
                    }
                    return pause(context, failures.getAndIncrement());
                }))
                .runSubscriptionOn(on(context));
    }

    /**
     * What looks final is tried again unless it lies in the message itself: two consumers may have made the same row at
     * once, and one of them lost.
     */
    private static boolean isHopeless(Throwable fault, int failures) {
        return fault instanceof UnreadableMessage
                || Faults.liesInTheData(fault)
                || !Faults.mayPass(fault) && failures >= TRIES_OF_WHAT_LOOKS_FINAL;
    }

    /** One try. It has its turn among the others for as long as it runs: who waits before the next try holds up nobody. */
    private Uni<Void> once(Envelope envelope, Context context) {
        String name = envelope.message().topic() + " process";
        String cause = Envelopes.traceparent(envelope.message());
        Uni<Void> transaction = Uni.createFrom()
                .deferred(() -> spans.within(name, cause, trace -> effect(envelope, trace)))
                .invoke(isFirst -> trail.done(envelope.message(), isFirst))
                .replaceWithVoid()
                .runSubscriptionOn(on(context));
        return Uni.createFrom().completionStage(() -> transactions.run(place(envelope.message()), transaction));
    }

    /** @return whether it was the first to claim the event */
    private Uni<Boolean> effect(Envelope envelope, String trace) {
        return unit.run(
                By.service(service, clock.instant(), envelope.event().toString(), trace),
                tx -> claims.isFirst(tx, envelope)
                        .call(isFirst -> isFirst
                                ? envelope.effect().apply(tx)
                                : Uni.createFrom().voidItem()));
    }

    private static Executor on(Context context) {
        return task -> context.runOnContext(ignored -> task.run());
    }

    /** Goes on on the event loop of the message; Mutiny's own delays would continue on a worker. */
    private static Uni<Boolean> pause(Context context, int failures) {
        long millis = FIRST_WAIT.toMillis() << Math.min(failures, LONGEST_WAIT_DOUBLINGS);
        return Uni.createFrom()
                .emitter(emitter -> context.owner()
                        .setTimer(millis, timer -> context.runOnContext(ignored -> emitter.complete(true))));
    }
}
