package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Shown;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

/** The way of every read of one work order: technicians see what they are assigned to, the office sees all. */
@ApplicationScoped
public class WorkOrderReads {

    private final UnitOfWork unit;
    private final CurrentRequest request;

    public WorkOrderReads(UnitOfWork unit, CurrentRequest request) {
        this.unit = unit;
        this.request = request;
    }

    /** With the order's version as {@code ETag}: whatever is recorded on it counts as a change of it. */
    public <V> Uni<RestResponse<V>> one(UUID id, BiFunction<Mutiny.Session, WorkOrder, Uni<V>> show) {
        Shown shown = request.shown();
        return find(id, (session, order) -> show.apply(session, order).map(view -> shown.as(view, order.version())));
    }

    /** The same for what may look otherwise although the order is as it was: all of it counts for the {@code ETag}. */
    public <V> Uni<RestResponse<V>> composed(UUID id, BiFunction<Mutiny.Session, WorkOrder, Uni<V>> show) {
        Shown shown = request.shown();
        return find(
                id, (session, order) -> show.apply(session, order).map(view -> shown.composed(view, order.version())));
    }

    public <V> Uni<V> find(UUID id, BiFunction<Mutiny.Session, WorkOrder, Uni<V>> show) {
        Caller caller = request.caller();
        return unit.read(session -> session.find(WorkOrder.class, id)
                .invoke(order -> Visibility.TOOK_PART_OR_OFFICE.require(caller, order))
                .chain(order -> show.apply(session, order)));
    }
}
