package dev.fieldservice.workorder.reports;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the reports about jobs. */
final class ServiceReports {

    private ServiceReports() {}

    /** Refused with 404 where this order has no such report. */
    static Uni<ServiceReport> find(Mutiny.Session session, WorkOrder order, UUID reportId) {
        return session.find(ServiceReport.class, reportId).invoke(found -> {
            if (found == null || !found.isOf(order.id())) {
                throw new Refusal.NotFound("report").refused();
            }
        });
    }

    /** The newest edition, issued or not. */
    static Uni<Optional<ServiceReport>> last(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery(
                        "from ServiceReport where workOrderId = :order order by edition desc", ServiceReport.class)
                .setParameter("order", orderId)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Refused with 404 where no report that is issued has this code. */
    static Uni<ServiceReport> byCode(Mutiny.Session session, String code) {
        return session.createSelectionQuery(
                        "from ServiceReport where code = :code and state = ISSUED", ServiceReport.class)
                .setParameter("code", code)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("report").refused());
    }
}
