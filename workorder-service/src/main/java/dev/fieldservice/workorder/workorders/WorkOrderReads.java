package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

/** The way of every read: technicians see what they are assigned to, the office sees all. */
@ApplicationScoped
public class WorkOrderReads {

    private final Queries queries;
    private final UnitOfWork unit;
    private final CurrentRequest request;

    public WorkOrderReads(Queries queries, UnitOfWork unit, CurrentRequest request) {
        this.queries = queries;
        this.unit = unit;
        this.request = request;
    }

    public <V> Uni<RestResponse<V>> one(UUID id, Function<WorkOrder, V> show) {
        Caller caller = request.caller();
        return queries.one("work order", session -> visible(session, id, caller), show);
    }

    /** For what needs more of the database than the work order. */
    public <V> Uni<V> find(UUID id, BiFunction<Mutiny.Session, WorkOrder, Uni<V>> more) {
        Caller caller = request.caller();
        return unit.read(session -> visible(session, id, caller)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("work order").refused())
                .chain(order -> more.apply(session, order)));
    }

    /** @param state null for all */
    Uni<Page<WorkOrderSummary>> page(WorkOrderLifecycle.State state, PageRequest page) {
        Caller caller = request.caller();
        StringBuilder where = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        if (!Readers.seesAll(caller)) {
            where.append(" and array_includes(technicianIds, :technician)");
            parameters.put("technician", new UUID[] {caller.id()});
        }
        return queries.page(WorkOrder.class, where.toString(), parameters, page)
                .map(found -> found.map(WorkOrderSummary::of));
    }

    private static Uni<WorkOrder> visible(Mutiny.Session session, UUID id, Caller caller) {
        return WorkOrders.find(session, id).map(order -> order != null && Readers.sees(caller, order) ? order : null);
    }
}
