package dev.fieldservice.workorder.reports;

import dev.fieldservice.platform.codes.SecretCode;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.errands.WorkOrderErrand;
import dev.fieldservice.workorder.errands.WorkOrderErrand.Closed;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The job that makes the report of a closed work order, and another edition when something of it was taken back. It is in the queue
 * after every change of a closed order, which the database sees to; where nothing new is to be said it ends there.
 */
@ApplicationScoped
public class ReportMaking implements InTransaction<Closed> {

    /** A phone that sends photos after the closing sends one after the other: the customer gets one edition with all of them. */
    private static final Duration PHOTOS_COME = Duration.ofMinutes(10);

    private final Errands errands;

    ReportMaking(Errands errands) {
        this.errands = errands;
    }

    @Override
    public Class<Closed> content() {
        return Closed.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    /** The order is locked, so that of two such jobs the second sees what the first has made. */
    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Closed> errand) {
        return tx.load(WorkOrder.class, errand.content().orderId())
                .chain(order -> order.isOpen() ? Uni.createFrom().item(Next.done()) : make(tx, order));
    }

    private Uni<Next> make(Tx tx, WorkOrder order) {
        return ReportFacts.of(tx.session(), order)
                .chain(facts -> ServiceReports.last(tx.session(), order.id()).chain(last -> {
                    if (last.isPresent() && last.get().says(facts)) {
                        return Uni.createFrom().item(Next.done());
                    }
                    Instant allHaveCome = order.changedAt().plus(PHOTOS_COME);
                    boolean mayMoreCome = last.isPresent()
                            && last.get().differsInPictures(facts)
                            && allHaveCome.isAfter(tx.by().at());
                    return mayMoreCome
                            ? Uni.createFrom().item(Next.again(allHaveCome))
                            : make(tx, order, facts, last).replaceWith(Next.done());
                }));
    }

    private Uni<Void> make(Tx tx, WorkOrder order, ReportFacts facts, Optional<ServiceReport> last) {
        return tx.add(new ServiceReport(order, facts, last, SecretCode.next(), tx.by()))
                .chain(report -> print(tx, report));
    }

    /** What could not be made is made once more; refused with 409 where it could, or is being made. */
    Uni<ServiceReport> makeAgain(Tx tx, WorkOrder order, UUID reportId) {
        return tx.load(ServiceReport.class, reportId)
                .invoke(report -> report.requireOf(order))
                .invoke(report -> report.makeAgain(tx.by()))
                .call(report -> print(tx, report));
    }

    private Uni<Void> print(Tx tx, ServiceReport report) {
        return errands.later(
                tx,
                WorkOrderErrand.REPORT_PAPER,
                report.subject(),
                new ReportPrinting.Content(report.id()),
                tx.by().at());
    }
}
