package dev.fieldservice.dispatch.orders;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Takes what the field tells: of one visit, or of the job as a whole. */
@ApplicationScoped
public class FieldReports {

    private final ServiceOrders orders;
    private final Bookings bookings;

    public FieldReports(ServiceOrders orders, Bookings bookings) {
        this.orders = orders;
        this.bookings = bookings;
    }

    /** What planning needs of {@code job-closed}. */
    public record JobClosed(UUID orderId, Outcome outcome, Instant closedAt) {}

    public Uni<Void> progressed(Tx tx, VisitProgressed visit) {
        return progress(tx, visit.orderId(), visit.appointmentId())
                .call(progress -> bookings.busyElsewhere(tx, progress.visits().get(visit.appointmentId()))
                        .invoke(busy -> progress.progressed(visit, busy, tx.by())))
                .replaceWithVoid();
    }

    public Uni<Void> completed(Tx tx, JobCompleted job) {
        return progress(tx, job.orderId(), job.appointmentId())
                .call(progress -> Appointments.isSuperseded(
                                tx, progress.visits().get(job.appointmentId()))
                        .invoke(isSuperseded -> progress.jobCompleted(job, isSuperseded, tx.by())))
                .replaceWithVoid();
    }

    public Uni<Void> closed(Tx tx, JobClosed job) {
        return orders.load(tx, job.orderId())
                .call(order -> Appointments.ahead(tx, order)
                        .invoke(visits ->
                                new Progress(order, visits).jobClosed(job.outcome(), job.closedAt(), tx.by())))
                .replaceWithVoid();
    }

    private Uni<Progress> progress(Tx tx, UUID orderId, UUID appointmentId) {
        return orders.load(tx, orderId)
                .chain(order ->
                        Appointments.aheadOr(tx, order, appointmentId).map(visits -> new Progress(order, visits)));
    }
}
