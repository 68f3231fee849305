package dev.fieldservice.platform.inbox;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.database.Faults;
import dev.fieldservice.platform.inbox.Envelopes.Envelope;
import dev.fieldservice.platform.inbox.Envelopes.UnreadableMessage;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The frame of every consumer. Messages of one key take effect in order, different keys at the same time. The effect
 * and the claim of the event's id are one transaction, so an event that comes twice takes effect once. A fault that may
 * pass is waited for, and holds up only messages of the same key; a message that can never work is parked and the rest
 * goes on.
 */
@ApplicationScoped
public class Inbox {

    private static final int KEYS_AT_ONCE = 8;
    private static final int MESSAGES_IN_HAND = 1_000;
    private static final int UNREADABLE_AT_ONCE = 2;
    private static final int UNREADABLE_IN_HAND = 20;
    private static final int WORTH_ASKING = 10;
    private static final int TRIES_OF_WHAT_LOOKS_FINAL = 2;
    private static final int LONGEST_WAIT_DOUBLINGS = 6;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private final UnitOfWork unit;
    private final Parking parking;
    private final Envelopes envelopes;
    private final Trail trail;
    private final Clock clock;
    private final String service;
    private final Map<Class<?>, Lanes> channels = new ConcurrentHashMap<>();
    private final Lanes aside = new Lanes(UNREADABLE_AT_ONCE, UNREADABLE_IN_HAND);

    public Inbox(
            UnitOfWork unit,
            Parking parking,
            Envelopes envelopes,
            Trail trail,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.unit = unit;
        this.parking = parking;
        this.envelopes = envelopes;
        this.trail = trail;
        this.clock = clock;
        this.service = service;
    }

    /**
     * Takes a batch of version 1 messages, and acknowledges it when every one of them took effect or was parked: only then
     * may their offsets be committed. What cannot be read has no effect that could be out of order: it is parked at once,
     * whatever waits before it.
     *
     * @param type the narrow record of what this consumer needs from the payload
     * @param effect runs at most once per event, in its own transaction
     * @return completes when there is room for another batch, which may be long before this one is dealt with
     */
    public <E> Uni<Void> each(
            Message<ConsumerRecords<String, byte[]>> batch, Class<E> type, BiFunction<Tx, E, ? extends Uni<?>> effect) {
        Context context = Vertx.currentContext();
        Lanes lanes = channels.computeIfAbsent(type, channel -> new Lanes(KEYS_AT_ONCE, MESSAGES_IN_HAND));
        List<CompletableFuture<Void>> all = new ArrayList<>();
        List<Envelope<E>> readable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : batch.getPayload()) {
            try {
                readable.add(envelopes.open(message, type));
            } catch (RuntimeException unreadable) {
                Uni<Void> neverWorks = Uni.createFrom().failure(unreadable);
                all.add(aside.run(place(message), persistently(message, neverWorks, context)));
            }
        }
        return known(readable)
                .invoke(known -> {
                    for (Envelope<E> envelope : readable) {
                        if (known.contains(envelope.id())) {
                            trail.done(envelope.message(), false);
                        } else {
                            Uni<Void> work = persistently(envelope.message(), once(envelope, effect), context);
                            all.add(lanes.run(String.valueOf(envelope.message().key()), work));
                        }
                    }
                    acknowledge(batch, all);
                })
                .chain(lanes::room)
                .chain(aside::room);
    }

    private static String place(ConsumerRecord<String, byte[]> message) {
        return "%s[%d]@%d".formatted(message.topic(), message.partition(), message.offset());
    }

    private static void acknowledge(Message<?> batch, List<CompletableFuture<Void>> all) {
        var _ = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).whenComplete((done, defect) -> {
            var _ = defect == null ? batch.ack() : batch.nack(defect);
        });
    }

    /**
     * Which of these, all of one topic, took effect before. Only a large batch is worth the question: a topic is being
     * caught up with, perhaps read once more from its start. What is not known here is still claimed one by one.
     */
    private Uni<Set<UUID>> known(List<? extends Envelope<?>> some) {
        if (some.size() < WORTH_ASKING) {
            return Uni.createFrom().item(Set.of());
        }
        String topic = some.getFirst().message().topic();
        UUID[] ids = some.stream().map(Envelope::id).toArray(UUID[]::new);
        return unit.read(session -> session.createNativeQuery(
                                "select event_id from inbox where event_id = any(?1) and topic = ?2", UUID.class)
                        .setParameter(1, ids)
                        .setParameter(2, topic)
                        .getResultList())
                .map(Set::copyOf)
                .onFailure()
                .recoverWithItem(Set.of());
    }

    private Uni<Void> persistently(ConsumerRecord<String, byte[]> message, Uni<Void> once, Context context) {
        Executor here = task -> context.runOnContext(ignored -> task.run());
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
                .runSubscriptionOn(here);
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

    private <E> Uni<Void> once(Envelope<E> envelope, BiFunction<Tx, E, ? extends Uni<?>> effect) {
        return Uni.createFrom().deferred(() -> {
            ConsumerRecord<String, byte[]> message = envelope.message();
            Instant now = clock.instant();
            By by = By.service(service, now, envelope.id().toString(), Envelopes.traceparent(message));
            return unit.run(
                            by,
                            tx -> claim(tx, envelope.id(), message.topic(), now)
                                    .chain(isFirst -> isFirst
                                            ? effect.apply(tx, envelope.payload())
                                                    .replaceWith(true)
                                            : Uni.createFrom().item(false)))
                    .invoke(isFirst -> trail.done(message, isFirst))
                    .replaceWithVoid();
        });
    }

    private static Uni<Boolean> claim(Tx tx, UUID eventId, String topic, Instant now) {
        return tx.session()
                .createNativeQuery(
                        "insert into inbox (event_id, topic, received_at) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, eventId)
                .setParameter(2, topic)
                .setParameter(3, now)
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    /** Goes on on the event loop of the message; Mutiny's own delays would continue on a worker. */
    private static Uni<Boolean> pause(Context context, int failures) {
        long millis = FIRST_WAIT.toMillis() << Math.min(failures, LONGEST_WAIT_DOUBLINGS);
        return Uni.createFrom()
                .emitter(emitter -> context.owner()
                        .setTimer(millis, timer -> context.runOnContext(ignored -> emitter.complete(true))));
    }
}
