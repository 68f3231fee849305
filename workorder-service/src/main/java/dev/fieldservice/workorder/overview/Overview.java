package dev.fieldservice.workorder.overview;

import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.workorder.comments.Comments;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.signatures.Signatures;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

/** The read side: one work order with all that was recorded on it, in a fixed number of queries, and the list. */
@ApplicationScoped
public class Overview {

    private final WorkOrderReads reads;
    private final Queries queries;
    private final CurrentRequest request;

    public Overview(WorkOrderReads reads, Queries queries, CurrentRequest request) {
        this.reads = reads;
        this.queries = queries;
        this.request = request;
    }

    Uni<RestResponse<WorkOrderView>> screen(UUID id) {
        return reads.one(id, Overview::screen);
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
        if (!Visibility.seesAll(caller)) {
            where.append(" and array_includes(technicianIds, :technician)");
            parameters.put("technician", new UUID[] {caller.id()});
        }
        return queries.page(WorkOrder.class, where.toString(), parameters, page)
                .map(found -> found.map(order -> WorkOrderSummary.of(order.facts())));
    }

    private static Uni<WorkOrderView> screen(Mutiny.Session session, WorkOrder order) {
        UUID id = order.id();
        return Visits.all(session, id)
                .chain(visits -> Done.on(session, id)
                        .chain(done -> Comments.all(session, id)
                                .chain(comments -> Signatures.last(session, id)
                                        .map(last -> WorkOrderView.of(order, visits, done, comments, last)))));
    }
}
