package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.errands.DispatchErrand;
import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.orders.TimeChanged;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes what is said about the arrival at a visit, and has everybody told whom it concerns. */
@ApplicationScoped
public class Delays {

    private static final String LONGER = "An earlier visit takes longer than it was expected to";

    private static final String NO_LONGER = "An earlier visit no longer takes the time in which it was expected";

    private final ServiceOrders orders;
    private final Mails mails;

    public Delays(ServiceOrders orders, Mails mails) {
        this.orders = orders;
        this.mails = mails;
    }

    Uni<DelayNotice> announce(Tx tx, UUID appointmentId, Delay delay) {
        delay.requireOneWay();
        return DayAhead.after(tx, orders, appointmentId)
                .chain(day -> Unreached.of(tx, day.visits().values()).chain(unreached -> {
                    List<DelayNotice> notices = announce(day, unreached, delay, tx.by());
                    return send(tx, notices).replaceWith(notices.getFirst());
                }));
    }

    /** Has the visits after it expected as the plan, and what was said of them, allow with what is known of it now. */
    Uni<Void> workOutAnew(Tx tx, TimeChanged time) {
        return DayAhead.after(tx, orders, time)
                .chain(day -> Unreached.of(tx, day.visits().values())
                        .chain(unreached -> send(
                                tx,
                                move(
                                        day.moved(tx.by().at()),
                                        unreached,
                                        time.appointmentId(),
                                        time.longer() ? LONGER : NO_LONGER,
                                        tx.by()))));
    }

    private static List<DelayNotice> announce(DayAhead day, Unreached unreached, Delay delay, By by) {
        OrderVisit spokenOf = day.visit()
                .filter(visit -> Visibility.of(by.caller()).includesAppointment(visit.appointment()::isGivenTo))
                .orElseThrow(() -> new Refusal.NotFound("appointment").refused());
        Appointment visit = spokenOf.appointment();
        visit.requireAnnounceable();
        Instant arrival = delay.arrival(visit.window(), by.at());
        visit.expect(spokenOf.order().jobCard(), arrival, true, by, delay.reason());
        spokenOf.order().touch(by);
        Map<OrderVisit, Instant> moved = day.moved(by.at());
        List<DelayNotice> notices = new ArrayList<>();
        unreached.forget(spokenOf, by);
        notices.add(DelayNotice.announced(spokenOf, delay.reason(), moved, by));
        String because =
                "%s is expected at another time".formatted(spokenOf.order().number());
        notices.addAll(move(moved, unreached, visit.id(), because, by));
        notices.addAll(tellAgain(day, moved.keySet(), unreached, by));
        return notices;
    }

    /** What their customers are to be told. */
    private static List<DelayNotice> move(
            Map<OrderVisit, Instant> moved, Unreached unreached, UUID cause, String because, By by) {
        List<DelayNotice> notices = new ArrayList<>();
        moved.forEach((visit, expected) -> {
            visit.appointment().expect(visit.order().jobCard(), expected, false, by, because);
            visit.order().touch(by);
            unreached.forget(visit, by);
            DelayNotice.following(visit, cause, by).ifPresent(notices::add);
        });
        return notices;
    }

    /** The customers of visits that stay where they were expected, and whom no message about that has reached. */
    private static List<DelayNotice> tellAgain(DayAhead day, Set<OrderVisit> moved, Unreached unreached, By by) {
        List<DelayNotice> notices = new ArrayList<>();
        day.visits().values().stream()
                .filter(visit -> !visit.appointment().id().equals(day.spokenOf()) && !moved.contains(visit))
                .filter(unreached::canBeToldNow)
                .forEach(visit -> {
                    unreached.forget(visit, by);
                    DelayNotice.following(visit, day.spokenOf(), by).ifPresent(notices::add);
                });
        return notices;
    }

    private Uni<Void> send(Tx tx, List<DelayNotice> notices) {
        return OneByOne.each(notices, notice -> tx.add(notice).chain(() -> mail(tx, notice)));
    }

    private Uni<Void> mail(Tx tx, DelayNotice notice) {
        return notice.isPending()
                ? mails.later(tx, DispatchErrand.DELAY_MAIL, notice.subject(), new DelayMail.Content(notice.id()))
                : Uni.createFrom().voidItem();
    }
}
