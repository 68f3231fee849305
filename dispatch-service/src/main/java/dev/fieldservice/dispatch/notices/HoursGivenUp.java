package dev.fieldservice.dispatch.notices;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.HourGivenUp;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.ServiceOrder;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.orders.VisitsConfig;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The job that tells a customer that nobody comes at the hour that they were told, and when somebody does, if that is planned. */
@ApplicationScoped
public class HoursGivenUp implements InTransaction<HourGivenUp> {

    private final ServiceOrders orders;
    private final VisitNotices notices;
    private final QuietHours quiet;

    public HoursGivenUp(ServiceOrders orders, VisitNotices notices, VisitsConfig config) {
        this.orders = orders;
        this.notices = notices;
        this.quiet = new QuietHours(config.quietFrom(), config.quietUntil());
    }

    @Override
    public Class<HourGivenUp> content() {
        return HourGivenUp.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<HourGivenUp> errand) {
        HourGivenUp hour = errand.content();
        return orders.loadAll(tx, List.of(hour.orderId()))
                .chain(locked -> Appointments.aheadOr(tx, List.of(hour.orderId()), hour.appointmentId())
                        .map(visits -> new Told(locked.getFirst(), visits, hour)))
                .chain(told -> carryOut(tx, told));
    }

    /** In the quiet hours only what would not be known in time after them. */
    private Uni<Next> carryOut(Tx tx, Told told) {
        Instant now = tx.by().at();
        Instant morning = quiet.after(now, told.order().jobCard().zone());
        return morning.isAfter(now) && told.hasTimeUntil(morning)
                ? Uni.createFrom().item(Next.again(morning))
                : Heard.of(tx, told.order(), told.visits())
                        .map(heard -> message(told, heard, tx.by()))
                        .chain(message -> message.map(notice -> notices.add(tx, notice))
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                        .replaceWith(Next.done());
    }

    /** The visit whose hour was told, and what else of its order is ahead. */
    private record Told(ServiceOrder order, List<Appointment> visits, HourGivenUp hour) {

        Appointment visit() {
            return visits.stream()
                    .filter(one -> one.id().equals(hour.appointmentId()))
                    .findFirst()
                    .orElseThrow();
        }

        /** Whether neither the hour that was told nor one that is planned instead is before that. */
        boolean hasTimeUntil(Instant moment) {
            return moment.isBefore(hour.told())
                    && visits.stream()
                            .filter(Appointment::mayBeDelayed)
                            .allMatch(one -> moment.isBefore(one.times().expected()));
        }

        /** To which somebody is still to come, and which was told of by nobody: of any other the customer knows besides. */
        Optional<Appointment> another() {
            return visits.stream()
                    .filter(one -> !one.id().equals(hour.appointmentId())
                            && one.mayBeDelayed()
                            && !one.times().isTold())
                    .min(Comparator.comparing(one -> one.times().expected()));
        }
    }

    /**
     * Whom no message has reached, and none is about to, expects nothing else than what was planned first. What was given up twice is
     * told once.
     */
    private static Optional<VisitNotice> message(Told told, Heard heard, By by) {
        return heard.last(told.visit()).flatMap(last -> {
            if (!told.visit().isOff()) {
                return anew(told, last, by);
            }
            if (told.visit().times().isReplaced()) {
                return Optional.empty();
            }
            return told.another()
                    .map(another -> Optional.of(
                            VisitNotice.instead(new OrderVisit(told.order(), another), told.visit(), last, by)))
                    .orElseGet(() -> off(told, last, by));
        });
    }

    /** Empty for who was told something newer since, is visited already, or knows the time that is planned now. */
    private static Optional<VisitNotice> anew(Told told, VisitNotice last, By by) {
        Appointment visit = told.visit();
        if (visit.times().isTold() || !visit.mayBeDelayed()) {
            return Optional.empty();
        }
        Instant arrival = visit.times().expected();
        if (last.hasTold(arrival) || last.isAboutToTell(arrival)) {
            visit.times().tell(arrival);
            return Optional.empty();
        }
        return Optional.of(VisitNotice.plannedAnew(new OrderVisit(told.order(), visit), false, by));
    }

    /** Nobody comes at all; nobody is told that twice. */
    private static Optional<VisitNotice> off(Told told, VisitNotice last, By by) {
        return last.isCalledOff()
                ? Optional.empty()
                : Optional.of(VisitNotice.calledOff(
                        new OrderVisit(told.order(), told.visit()), told.hour().told(), by));
    }
}
