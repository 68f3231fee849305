package dev.fieldservice.platform.errands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.database.FaultReason;
import dev.fieldservice.platform.database.Faults;
import dev.fieldservice.platform.errands.ErrandQueue.Claim;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One attempt at a job: its effect and its end, or the retry after a failure, in one transaction each. */
@ApplicationScoped
class ErrandAttempt {

    private final UnitOfWork unit;
    private final ErrandKinds kinds;
    private final ErrandQueue queue;
    private final ErrandTrail trail;
    private final Clock clock;
    private final ObjectMapper json;
    private final String service;

    ErrandAttempt(
            UnitOfWork unit,
            ErrandKinds kinds,
            ErrandQueue queue,
            ErrandTrail trail,
            Clock clock,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.unit = unit;
        this.kinds = kinds;
        this.queue = queue;
        this.trail = trail;
        this.clock = clock;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.service = service;
    }

    /**
     * Never fails: what could not even be recorded is tried again when the lease is over.
     *
     * @param here runs on the Vert.x context on which this is subscribed to, where sessions have to stay
     */
    Uni<Void> at(Claim claim, Executor here) {
        Handling<?> handling = kinds.handling(claim.kind());
        return carryOut(claim, handling, here)
                .onFailure()
                .recoverWithUni(fault -> failed(claim, handling, fault))
                .onFailure()
                .invoke(fault -> trail.lost(claim, fault))
                .onFailure()
                .recoverWithNull();
    }

    private <C> Uni<Void> carryOut(Claim claim, Handling<C> handling, Executor here) {
        return switch (handling) {
            case InTransaction<C> work -> settle(claim, work, work::carryOut);
            case Outside<C, ?, ?> work -> outside(claim, work, here);
        };
    }

    private <C, P, R> Uni<Void> outside(Claim claim, Outside<C, P, R> work, Executor here) {
        return prepare(claim, work)
                .chain(prepared -> prepared.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : work.act(prepared.get())
                                .ifNoItem()
                                .after(work.policy().patience())
                                .fail()
                                .emitOn(here)
                                .chain(result -> settle(claim, work, (tx, errand) -> work.record(tx, errand, result))));
    }

    private <C, P> Uni<Optional<P>> prepare(Claim claim, Outside<C, P, ?> work) {
        return unit.run(
                by(claim),
                tx -> queue.held(tx, claim)
                        .chain(row -> row == null
                                ? Uni.createFrom().item(Optional.<P>empty())
                                : work.prepare(tx, errand(row, work))
                                        .call(prepared -> prepared.isPresent()
                                                ? Uni.createFrom().voidItem()
                                                : end(tx, row, Next.done()))));
    }

    private <C> Uni<Void> settle(Claim claim, Handling<C> handling, BiFunction<Tx, Errand<C>, Uni<Next>> work) {
        return unit.run(
                        by(claim),
                        tx -> queue.held(tx, claim)
                                .call(row -> row == null
                                        ? Uni.createFrom().voidItem()
                                        : work.apply(tx, errand(row, handling)).chain(next -> end(tx, row, next))))
                .replaceWithVoid();
    }

    private Uni<Void> end(Tx tx, ErrandRow row, Next next) {
        tx.afterCommit(() -> trail.done(row));
        return switch (next) {
            case Next.Done done -> tx.session().remove(row);
            case Next.Again again -> {
                row.again(again.due());
                yield Uni.createFrom().voidItem();
            }
        };
    }

    private <C> Uni<Void> failed(Claim claim, Handling<C> handling, Throwable fault) {
        return fail(claim, handling, fault, true)
                .onFailure(defect -> !Faults.mayPass(defect))
                .recoverWithUni(defect -> fail(claim, handling, fault, false));
    }

    /** @param isTold whether the handler hears of it; not if just that has failed, so that it cannot go on for ever */
    private <C> Uni<Void> fail(Claim claim, Handling<C> handling, Throwable fault, boolean isTold) {
        return unit.run(
                        by(claim),
                        tx -> queue.held(tx, claim)
                                .call(row -> row == null
                                        ? Uni.createFrom().voidItem()
                                        : fail(tx, row, handling, fault, isTold)))
                .replaceWithVoid();
    }

    private <C> Uni<Void> fail(Tx tx, ErrandRow row, Handling<C> handling, Throwable fault, boolean isTold) {
        Policy policy = handling.policy();
        String why = ErrandRow.brief(words(fault, policy));
        tx.afterCommit(() -> trail.failed(row, fault));
        if (!policy.isLast(row.attempts) && (policy.repeats() || !isFinal(fault))) {
            row.postpone(tx.by(), policy.waitAfter(row.attempts), why);
            return isTold
                    ? handling.putOff(tx, read(row, handling), why)
                    : Uni.createFrom().voidItem();
        }
        row.giveUp(why);
        return isTold
                ? handling.gaveUp(tx, read(row, handling), why)
                : Uni.createFrom().voidItem();
    }

    private static boolean isFinal(Throwable fault) {
        return fault instanceof FinalFailure || Faults.liesInTheData(fault);
    }

    private static String words(Throwable fault, Policy policy) {
        if (fault instanceof TimeoutException) {
            return "No answer within " + policy.patience().toSeconds() + " s.";
        }
        return fault.getMessage() == null || !(fault instanceof FinalFailure) && Faults.mayQuote(fault)
                ? FaultReason.of(fault)
                : fault.getMessage();
    }

    /** Of one that killed its replica at every attempt nothing was recorded but their number. */
    private <C> Errand<C> errand(ErrandRow row, Handling<C> handling) {
        if (!handling.policy().repeats() && row.attempts > handling.policy().attempts()) {
            throw new FinalFailure("The last attempts left no result.", null);
        }
        return read(row, handling);
    }

    private <C> Errand<C> read(ErrandRow row, Handling<C> handling) {
        try {
            C content = json.readValue(row.content, handling.content());
            return new Errand<>(row.id(), row.subject(), content, row.due, row.attempts);
        } catch (JsonProcessingException unreadable) {
            throw new FinalFailure(
                    "What was written cannot be read as " + handling.content().getSimpleName() + ".", unreadable);
        }
    }

    private By by(Claim claim) {
        return By.service(service, clock.instant(), claim.id().toString(), claim.traceparent());
    }
}
