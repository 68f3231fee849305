package dev.fieldservice.platform.errands;

import dev.fieldservice.platform.database.Faults;
import dev.fieldservice.platform.errands.ErrandQueue.Claim;
import dev.fieldservice.platform.errands.ErrandQueue.Wanted;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes jobs from the queue, as many of each kind as there is room for, under a lease. One round asks for all kinds; what it
 * brings is carried out side by side, and a kind that is slow holds up no other.
 */
@ApplicationScoped
class ErrandWorker {

    private static final Logger LOG = Logger.getLogger(ErrandWorker.class);

    private final ErrandKinds kinds;
    private final ErrandQueue queue;
    private final ErrandAttempt attempt;
    private final ErrandConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final InHand inHand = new InHand();
    private final AtomicBoolean isAsking = new AtomicBoolean();
    private final AtomicBoolean isMore = new AtomicBoolean();
    private volatile boolean isRunning;
    private volatile boolean isPlanted;
    private volatile long leftAt;

    ErrandWorker(
            ErrandKinds kinds,
            ErrandQueue queue,
            ErrandAttempt attempt,
            ErrandConfig config,
            Clock clock,
            Vertx vertx) {
        this.kinds = kinds;
        this.queue = queue;
        this.attempt = attempt;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        LOG.debugf("kinds of errands: %s", kinds.all().keySet());
        isRunning = true;
        var _ = vertx.setPeriodic(config.pollInterval().toMillis(), tick -> wake());
    }

    /** From now on what becomes due is for others. */
    void leave(@Observes ShutdownDelayInitiatedEvent asked) {
        isRunning = false;
        leftAt = System.nanoTime();
    }

    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        isRunning = false;
        inHand.awaitNone(config.farewell().minusNanos(System.nanoTime() - leftAt));
    }

    /** Says that something may be due. Cheap, never blocks; one round of asking runs at a time. */
    void wake() {
        isMore.set(true);
        if (isRunning && isAsking.compareAndSet(false, true)) {
            isMore.set(false);
            onContextOfItsOwn(context -> planted().chain(this::round), this::asked);
        }
    }

    private void asked() {
        isAsking.set(false);
        if (isMore.get()) {
            wake();
        }
    }

    private Uni<Void> round() {
        List<Wanted> wanted = kinds.all().entrySet().stream()
                .map(kind -> wanted(kind.getKey(), kind.getValue().policy()))
                .filter(kind -> kind.places() > 0)
                .toList();
        return wanted.isEmpty()
                ? Uni.createFrom().voidItem()
                : queue.claim(wanted, clock.instant())
                        .invoke(claims -> take(wanted, claims))
                        .onFailure()
                        .invoke(fault -> LOG.warnf("errands wait: %s", Faults.brief(fault)))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid();
    }

    private Wanted wanted(String kind, Policy policy) {
        return new Wanted(
                kind, inHand.free(kind, policy.atOnce()), policy.patience().plus(config.leaseMargin()));
    }

    private void take(List<Wanted> wanted, List<Claim> claims) {
        Map<String, Long> taken = claims.stream().collect(Collectors.groupingBy(Claim::kind, Collectors.counting()));
        wanted.forEach(kind -> inHand.note(kind.kind(), taken.getOrDefault(kind.kind(), 0L) == kind.places()));
        claims.forEach(claim -> {
            inHand.enter(claim.kind());
            onContextOfItsOwn(
                    context -> attempt.at(claim, task -> context.runOnContext(ignored -> task.run())),
                    () -> left(claim.kind()));
        });
    }

    private void left(String kind) {
        if (inHand.leave(kind)) {
            wake();
        }
    }

    /** Before the first round, and not at start: a database that is away then is no reason not to start. */
    private Uni<Void> planted() {
        if (isPlanted) {
            return Uni.createFrom().voidItem();
        }
        List<Uni<Void>> standing = kinds.all().entrySet().stream()
                .filter(kind -> kind.getValue().policy().repetition() == Policy.Repetition.PER_SERVICE)
                .map(kind -> queue.addOnce(kind.getKey(), clock.instant()))
                .toList();
        return standing.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(standing)
                        .andFailFast()
                        .invoke(() -> isPlanted = true)
                        .replaceWithVoid();
    }

    /** Sessions must not meet on the context of whoever happens to wake us. */
    private void onContextOfItsOwn(Function<Context, Uni<Void>> work, Runnable afterwards) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        context.runOnContext(start -> {
            var _ = work.apply(context)
                    .onTermination()
                    .invoke(afterwards)
                    .subscribe()
                    .with(done -> {}, defect -> LOG.warnf("errands wait: %s", defect));
        });
    }
}
