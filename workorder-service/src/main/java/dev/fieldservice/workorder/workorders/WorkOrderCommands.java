package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;

/** The way of every command on a work order: whose it is decides first, and the answer is always the whole work order. */
@ApplicationScoped
public class WorkOrderCommands {

    private final HttpCommands commands;

    public WorkOrderCommands(HttpCommands commands) {
        this.commands = commands;
    }

    /** By one of its technicians; 404 for all others. */
    public Uni<RestResponse<WorkOrderView>> byTechnician(UUID id, Object body, BiConsumer<WorkOrder, By> change) {
        return byTechnicianWith(id, body, (tx, order) -> {
            change.accept(order, tx.by());
            return Uni.createFrom().voidItem();
        });
    }

    /** The same for changes that need more of the database. */
    public Uni<RestResponse<WorkOrderView>> byTechnicianWith(
            UUID id, Object body, BiFunction<Tx, WorkOrder, Uni<Void>> change) {
        return commands.change(
                body,
                tx -> WorkOrders.load(tx, id, technicianOf(tx)).call(order -> change.apply(tx, order)),
                WorkOrderView.class,
                WorkOrderView::of);
    }

    /** By anybody who may see it. */
    public Uni<RestResponse<WorkOrderView>> byReader(UUID id, Object body, BiConsumer<WorkOrder, By> change) {
        return byReaderWith(id, body, (tx, order) -> {
            change.accept(order, tx.by());
            return Uni.createFrom().voidItem();
        });
    }

    /** The same for changes that need more of the database. */
    public Uni<RestResponse<WorkOrderView>> byReaderWith(
            UUID id, Object body, BiFunction<Tx, WorkOrder, Uni<Void>> change) {
        return commands.change(
                body,
                tx -> WorkOrders.load(tx, id, order -> Readers.sees(tx.by().caller(), order))
                        .call(order -> change.apply(tx, order)),
                WorkOrderView.class,
                WorkOrderView::of);
    }

    /** What one of its technicians edits. */
    public Uni<RestResponse<WorkOrderView>> replaceByTechnician(UUID id, BiConsumer<WorkOrder, By> change) {
        return commands.replace(tx -> WorkOrders.load(tx, id, technicianOf(tx)), change, WorkOrderView::of);
    }

    private static Predicate<WorkOrder> technicianOf(Tx tx) {
        return order -> order.isAssignedTo(tx.by().id());
    }
}
