package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestResponse;

/** The way of every command on a work order: it is locked, and whose command it takes decides first. */
@ApplicationScoped
public class WorkOrderCommands {

    private final HttpCommands commands;

    public WorkOrderCommands(HttpCommands commands) {
        this.commands = commands;
    }

    private record Made<E extends Entry>(WorkOrder order, E entry) {}

    /** Changes the order itself. */
    public Uni<RestResponse<WorkOrderChange>> change(
            Visibility whose, UUID id, Object body, BiFunction<Tx, WorkOrder, Uni<Void>> work) {
        return commands.change(
                body,
                tx -> load(tx, whose, id).call(order -> work.apply(tx, order)),
                WorkOrderChange.class,
                WorkOrderChange::of);
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
        return commands.change(
                body,
                tx -> load(tx, whose, id)
                        .chain(order -> make.apply(tx, order).chain(tx::add).map(entry -> new Made<>(order, entry))),
                Made::order,
                view,
                made -> show.apply(made.entry(), WorkOrderChange.of(made.order())));
    }

    /** What somebody edits. */
    public Uni<RestResponse<WorkOrderChange>> replace(Visibility whose, UUID id, BiConsumer<WorkOrder, By> edit) {
        return commands.replace(tx -> load(tx, whose, id), edit, WorkOrderChange::of);
    }

    private static Uni<WorkOrder> load(Tx tx, Visibility whose, UUID id) {
        return tx.load(WorkOrder.class, id)
                .invoke(order -> whose.require(tx.by().caller(), order));
    }
}
