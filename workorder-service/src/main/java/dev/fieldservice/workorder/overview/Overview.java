package dev.fieldservice.workorder.overview;

import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.ListOrder;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.workorder.comments.Comments;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.signatures.Signatures;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
        Caller caller = request.caller();
        return reads.one(id, (session, order) -> screen(session, order, caller));
    }

    /** Of those that the filters leave, the ones that the caller may see. */
    Uni<Page<WorkOrderSummary>> page(Filters filters, ListOrder order, PageRequest page) {
        Caller caller = request.caller();
        UUID[] technician = Visibility.seesAll(caller) ? null : new UUID[] {caller.id()};
        Filters visible = filters.condition(
                "(array_includes(staffing.technicianIds, :%1$s) or array_includes(staffing.participantIds, :%1$s) and state <> CLOSED)",
                technician);
        return queries.page(WorkOrder.class, visible, order, page)
                .map(found -> found.map(one -> WorkOrderSummary.of(one.facts())));
    }

    private static Uni<WorkOrderView> screen(Mutiny.Session session, WorkOrder order, Caller caller) {
        UUID id = order.id();
        return order.offer()
                .lookElsewhere(session)
                .chain(() -> Visits.all(session, id))
                .chain(visits -> Done.on(session, id)
                        .chain(done -> Comments.newest(session, id, WorkOrderView.MOST_COMMENTS)
                                .chain(comments -> Signatures.last(session, id)
                                        .map(last -> WorkOrderView.of(
                                                order, order.offer().to(caller), visits, done, comments, last)))));
    }
}
