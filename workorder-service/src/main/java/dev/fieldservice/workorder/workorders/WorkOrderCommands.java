package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** The way of every command on a work order: it is locked, and whose command it takes decides first. */
@ApplicationScoped
public class WorkOrderCommands {

    private final HttpCommands commands;
    private final CurrentRequest request;

    public WorkOrderCommands(HttpCommands commands, CurrentRequest request) {
        this.commands = commands;
        this.request = request;
    }

    private record Made<E>(WorkOrder order, E entry) {}

    /**
     * An entry under an id that the phone chose.
     *
     * @param isNew false if it was there already
     */
    public record Put<E extends Entry>(E entry, boolean isNew) {}

    private record Kept<E extends Entry>(WorkOrder order, Put<E> put) {}

    /** Changes the order itself. */
    public Uni<RestResponse<WorkOrderChange>> change(
            Visibility whose, UUID id, Object body, BiFunction<Tx, WorkOrder, Uni<Void>> work) {
        Caller caller = request.caller();
        return commands.change(
                body,
                tx -> load(tx, whose, id)
                        .call(order -> told(tx, order, () -> work.apply(tx, order)))
                        .call(order -> order.offer().lookElsewhere(tx.session())),
                WorkOrderChange.class,
                order -> WorkOrderChange.of(order, caller));
    }

    /**
     * Records something on the order.
     *
     * @param make asks the order and what else has to be asked; what it makes is stored
     */
    public <E extends Entry, V> Uni<RestResponse<V>> record(
            Visibility whose,
            UUID id,
            Object body,
            BiFunction<Tx, WorkOrder, Uni<E>> make,
            Class<V> view,
            BiFunction<E, WorkOrderChange, V> show) {
        Caller caller = request.caller();
        return commands.change(
                body,
                tx -> load(tx, whose, id)
                        .chain(order -> told(tx, order, () -> make.apply(tx, order))
                                .chain(tx::add)
                                .map(entry -> new Made<>(order, entry))),
                Made::order,
                view,
                made -> show.apply(made.entry(), WorkOrderChange.of(made.order(), caller)));
    }

    /** The same for several things at once: all of them, or none. */
    public <E extends Entry, V> Uni<RestResponse<V>> recordAll(
            Visibility whose,
            UUID id,
            Object body,
            BiFunction<Tx, WorkOrder, Uni<List<E>>> make,
            Class<V> view,
            BiFunction<List<E>, WorkOrderChange, V> show) {
        Caller caller = request.caller();
        return commands.change(
                body,
                tx -> load(tx, whose, id)
                        .chain(order -> told(tx, order, () -> make.apply(tx, order))
                                .call(entries -> OneByOne.each(entries, tx::add))
                                .map(entries -> new Made<>(order, entries))),
                Made::order,
                view,
                made -> show.apply(made.entry(), WorkOrderChange.of(made.order(), caller)));
    }

    /**
     * Records something under an id that the phone chose; whoever sends it again finds it there.
     *
     * @param put asks the order and what else has to be asked; what is new is stored
     */
    public <E extends Entry, V> Uni<RestResponse<V>> put(
            Visibility whose,
            UUID id,
            BiFunction<Tx, WorkOrder, Uni<Put<E>>> put,
            BiFunction<E, WorkOrderChange, V> show) {
        Caller caller = request.caller();
        return commands.put(
                tx -> load(tx, whose, id)
                        .chain(order -> told(tx, order, () -> put.apply(tx, order))
                                .call(made -> made.isNew()
                                        ? tx.add(made.entry())
                                        : Uni.createFrom().item(made.entry()))
                                .map(made -> new Kept<>(order, made))),
                Kept::order,
                kept -> kept.put().isNew(),
                kept -> show.apply(kept.put().entry(), WorkOrderChange.of(kept.order(), caller)));
    }

    /** What somebody edits. */
    public Uni<RestResponse<WorkOrderChange>> replace(Visibility whose, UUID id, BiConsumer<WorkOrder, By> edit) {
        Caller caller = request.caller();
        return commands.replace(tx -> load(tx, whose, id), edit, order -> WorkOrderChange.of(order, caller));
    }

    private static Uni<WorkOrder> load(Tx tx, Visibility whose, UUID id) {
        return tx.load(WorkOrder.class, id)
                .invoke(order -> whose.require(tx.by().caller(), order));
    }

    /** Who is refused is told what they may do instead, which depends on whether they are at another job. */
    private static <T> Uni<T> told(Tx tx, WorkOrder order, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(WorkOrderCommands::isNotPossible)
                .recoverWithUni(() -> order.offer().lookElsewhere(tx.session()).chain(work::get));
    }

    private static boolean isNotPossible(Throwable failure) {
        return failure instanceof Refused refused && refused.refusal() instanceof Refusal.IllegalTransition;
    }
}
