package dev.fieldservice.platform.commands;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.database.Faults;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pipeline of every command: key → decision → state, history, events and answer in one transaction. A key that was used
 * before is answered with what was answered then.
 */
@ApplicationScoped
public class Commands {

    private final UnitOfWork unit;
    private final Idempotency idempotency;
    private final Constraints constraints;

    public Commands(UnitOfWork unit, Idempotency idempotency, Constraints constraints) {
        this.unit = unit;
        this.idempotency = idempotency;
        this.constraints = constraints;
    }

    /**
     * Carries a command out once.
     *
     * @param work decides and changes; runs at most once per key
     * @param view the class of the answer's body, by which a kept answer is read
     * @param answer runs after all changes were flushed, so that it sees the versions they got
     */
    public <T, V> Uni<Answer.Given<V>> once(
            CommandRequest request, Function<Tx, Uni<T>> work, Class<V> view, Function<T, Answer<V>> answer) {
        Idempotency.Key key = idempotency.key(request);
        return unit.run(
                        request.by(),
                        tx -> idempotency
                                .claim(tx, key)
                                .chain(claimed -> claimed
                                        ? work.apply(tx).map(Optional::of)
                                        : Uni.createFrom().item(Optional.<T>empty())),
                        (tx, result) -> result.map(done -> idempotency
                                        .keep(tx, key, answer.apply(done))
                                        .map(kept -> new Answer.Given<>(kept, false)))
                                .orElseGet(() -> idempotency
                                        .recall(tx, key, view)
                                        .map(recalled -> new Answer.Given<>(recalled, true))))
                .onFailure()
                .transform(this::translate);
    }

    /** Carries out what may be repeated without a key, since it says what it replaces. */
    public <T, V> Uni<Answer<V>> repeatable(By by, Function<Tx, Uni<T>> work, Function<T, Answer<V>> answer) {
        return unit.run(by, work, (tx, changed) -> Uni.createFrom().item(answer.apply(changed)))
                .onFailure()
                .transform(this::translate);
    }

    private Throwable translate(Throwable failure) {
        return Faults.violatedConstraint(failure)
                .<Throwable>map(name -> constraints.refusal(name).refused())
                .orElse(failure);
    }
}
