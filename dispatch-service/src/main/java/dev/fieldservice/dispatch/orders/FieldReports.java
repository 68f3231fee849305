package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.orders.AppointmentLifecycle.State;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The consumer of what the field tells: of one visit, or of the job as a whole. */
@ApplicationScoped
public class FieldReports {

    private final ServiceOrders orders;
    private final Bookings bookings;
    private final VisitNews news;

    public FieldReports(ServiceOrders orders, Bookings bookings, VisitNews news) {
        this.orders = orders;
        this.bookings = bookings;
        this.news = news;
    }

    /** What planning needs of {@code job-closed}. */
    public record JobClosed(UUID orderId, Outcome outcome, Instant closedAt) {}

    /** The visit as it stands now; empty where the step was old news, or answers a plan that no longer stands. */
    public Uni<Optional<Appointment>> progressed(Tx tx, VisitProgressed step) {
        return progress(tx, step.orderId(), step.appointmentId()).chain(progress -> {
            Appointment visit = progress.visits().get(step.appointmentId());
            boolean wasOnTheWay = visit.state() == State.TRAVELLING;
            return bookings.concerned(tx, visit, step)
                    .map(concerned -> progress.progressed(step, concerned, tx.by()))
                    .call(() -> bookings.giveBack(
                            tx, progress.order(), progress.visits().all()))
                    .call(() -> visit.state() == State.TRAVELLING && !wasOnTheWay
                            ? news.setOut(tx, visit, step)
                            : Uni.createFrom().voidItem())
                    .map(isTaken -> isTaken ? Optional.of(visit) : Optional.empty());
        });
    }

    public Uni<Void> completed(Tx tx, JobCompleted job) {
        return progress(tx, job.orderId(), job.appointmentId())
                .call(progress -> Appointments.isSuperseded(
                                tx, progress.visits().get(job.appointmentId()), job)
                        .invoke(isSuperseded -> progress.jobCompleted(job, isSuperseded, tx.by())))
                .chain(progress -> bookings.giveBack(
                        tx, progress.order(), progress.visits().all()));
    }

    public Uni<Void> closed(Tx tx, JobClosed job) {
        return orders.load(tx, job.orderId())
                .chain(order -> Appointments.ahead(tx, order)
                        .invoke(visits -> new Progress(order, visits).jobClosed(job.outcome(), job.closedAt(), tx.by()))
                        .chain(visits -> bookings.giveBack(tx, order, visits.all())));
    }

    private Uni<Progress> progress(Tx tx, UUID orderId, UUID appointmentId) {
        return orders.load(tx, orderId)
                .chain(order ->
                        Appointments.aheadOr(tx, order, appointmentId).map(visits -> new Progress(order, visits)));
    }
}
