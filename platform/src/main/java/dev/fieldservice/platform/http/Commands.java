package dev.fieldservice.platform.http;

import dev.fieldservice.platform.commands.Aggregate;
import dev.fieldservice.platform.commands.By;
import dev.fieldservice.platform.commands.Tx;
import dev.fieldservice.platform.commands.UnitOfWork;
import dev.fieldservice.platform.http.Idempotency.Answer;
import dev.fieldservice.platform.problems.Faults;
import dev.fieldservice.platform.problems.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The way of every command that comes by HTTP: key → decision → state, history, events and answer in one transaction. A
 * key that was used before is answered with what was answered then.
 *
 * <p>The last two arguments of each method say how the aggregate is shown: the class, and how to make it.
 */
@ApplicationScoped
public class Commands {

    private final CurrentRequest request;
    private final UnitOfWork unit;
    private final Idempotency idempotency;
    private final Constraints constraints;

    public Commands(CurrentRequest request, UnitOfWork unit, Idempotency idempotency, Constraints constraints) {
        this.request = request;
        this.unit = unit;
        this.idempotency = idempotency;
        this.constraints = constraints;
    }

    /** Makes something new at this address: 201 with {@code Location}. */
    public <A extends Aggregate, V> Uni<RestResponse<V>> create(
            Object body, Function<Tx, Uni<A>> work, Class<V> view, Function<A, V> show) {
        String collection = request.path();
        return keyed(
                body,
                work,
                view,
                made -> new Answer<>(201, show.apply(made), made.version(), collection + "/" + made.id()));
    }

    /** Changes what is there: 200. An {@code If-Match} is honoured, not demanded. */
    public <A extends Aggregate, V> Uni<RestResponse<V>> change(
            Object body, Function<Tx, Uni<A>> work, Class<V> view, Function<A, V> show) {
        Optional<Long> expected = request.ifMatch();
        return keyed(
                body,
                tx -> work.apply(tx).invoke(aggregate -> requireVersion(expected, aggregate)),
                view,
                changed -> new Answer<>(200, show.apply(changed), changed.version(), null));
    }

    /** Replaces what a person edits ({@code PUT}): {@code If-Match} is demanded and makes repeating safe. */
    public <A extends Aggregate, V> Uni<RestResponse<V>> replace(
            Function<Tx, Uni<A>> load, java.util.function.BiConsumer<A, By> edit, Function<A, V> show) {
        Optional<Long> expected = request.ifMatch();
        if (expected.isEmpty()) {
            throw new Refusal.PreconditionRequired().refused();
        }
        By by = request.by();
        return unit.run(
                        by,
                        tx -> load.apply(tx)
                                .invoke(aggregate -> requireVersion(expected, aggregate))
                                .invoke(aggregate -> edit.accept(aggregate, by)),
                        (tx, changed) ->
                                Uni.createFrom().item(new Answer<>(200, show.apply(changed), changed.version(), null)))
                .onFailure()
                .transform(this::translate)
                .map(answer -> answer.response(false));
    }

    private <A extends Aggregate, V> Uni<RestResponse<V>> keyed(
            Object body, Function<Tx, Uni<A>> work, Class<V> view, Function<A, Answer<V>> answer) {
        By by = request.by();
        Idempotency.Key key = idempotency.key(by.id(), request.idempotencyKey(), request.operation(), body);
        return unit.run(
                        by,
                        tx -> idempotency
                                .claim(tx, key)
                                .chain(claimed -> claimed
                                        ? work.apply(tx).map(Optional::of)
                                        : Uni.createFrom().item(Optional.<A>empty())),
                        (tx, result) -> result.map(aggregate -> idempotency
                                        .keep(tx, key, answer.apply(aggregate))
                                        .map(kept -> kept.response(false)))
                                .orElseGet(() ->
                                        idempotency.recall(tx, key, view).map(recalled -> recalled.response(true))))
                .onFailure()
                .transform(this::translate);
    }

    private Throwable translate(Throwable failure) {
        return Faults.violatedConstraint(failure)
                .<Throwable>map(name -> constraints.refusal(name).refused())
                .orElse(failure);
    }

    private static void requireVersion(Optional<Long> expected, Aggregate aggregate) {
        if (expected.isPresent() && expected.get() != aggregate.version()) {
            throw new Refusal.VersionMismatch().refused();
        }
    }
}
