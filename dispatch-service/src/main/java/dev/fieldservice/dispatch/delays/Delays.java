package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.notices.Expected;
import dev.fieldservice.dispatch.notices.Unreached;
import dev.fieldservice.dispatch.notices.VisitNotice;
import dev.fieldservice.dispatch.notices.VisitNotices;
import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.orders.TimeChanged;
import dev.fieldservice.dispatch.orders.VisitsConfig;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes what is said about the arrival at a visit, and has everybody told whom it concerns. */
@ApplicationScoped
public class Delays {

    private static final String LONGER = "An earlier visit takes longer than it was expected to";

    private static final String NO_LONGER = "An earlier visit no longer takes the time in which it was expected";

    private final ServiceOrders orders;
    private final VisitNotices notices;
    private final boolean plansAreTold;

    public Delays(ServiceOrders orders, VisitNotices notices, VisitsConfig config) {
        this.orders = orders;
        this.notices = notices;
        this.plansAreTold = config.toldAfter().isPresent();
    }

    Uni<VisitNotice> announce(Tx tx, UUID appointmentId, Delay delay) {
        delay.requireOneWay();
        return DayAhead.after(tx, orders, appointmentId)
                .chain(day -> Unreached.of(tx, day.visits().values())
                        .chain(unreached -> expected(tx, day).chain(expected -> {
                            List<VisitNotice> news = announce(day, unreached, expected, delay, tx.by());
                            return send(tx, news).replaceWith(news.getFirst());
                        })));
    }

    /** What the customer expects who was told nothing of the visit that is spoken of. */
    private static Uni<Optional<Expected>> expected(Tx tx, DayAhead day) {
        return day.visit()
                .filter(visit -> !visit.appointment().times().isTold())
                .map(visit -> Expected.of(tx, visit).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
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

    private List<VisitNotice> announce(
            DayAhead day, Unreached unreached, Optional<Expected> expected, Delay delay, By by) {
        OrderVisit spokenOf = day.visit()
                .filter(visit -> Visibility.of(by.caller()).includesAppointment(visit.appointment()::isGivenTo))
                .orElseThrow(() -> new Refusal.NotFound("appointment").refused());
        Appointment visit = spokenOf.appointment();
        visit.requireAnnounceable();
        Instant arrival = delay.arrival(visit.window(), by.at());
        visit.expect(spokenOf.order().jobCard(), arrival, true, by, delay.reason());
        spokenOf.order().touch(by);
        Map<OrderVisit, Instant> moved = day.moved(by.at());
        List<VisitNotice> news = new ArrayList<>();
        unreached.forget(spokenOf, by);
        news.add(VisitNotice.announced(spokenOf, isToBeTold(visit), expected, delay.reason(), moved, by));
        String because =
                "%s is expected at another time".formatted(spokenOf.order().number());
        news.addAll(move(moved, unreached, visit.id(), because, by));
        news.addAll(tellAgain(day, moved.keySet(), unreached, by));
        return news;
    }

    /** What their customers are to be told. */
    private List<VisitNotice> move(
            Map<OrderVisit, Instant> moved, Unreached unreached, UUID cause, String because, By by) {
        List<VisitNotice> news = new ArrayList<>();
        moved.forEach((visit, expected) -> {
            visit.appointment().expect(visit.order().jobCard(), expected, false, by, because);
            visit.order().touch(by);
            unreached.forget(visit, by);
            if (!isToBeTold(visit.appointment())) {
                VisitNotice.following(visit, cause, by).ifPresent(news::add);
            }
        });
        return news;
    }

    /** Its customer has heard nothing of it and will be told when it is expected: there is nothing to correct. */
    private boolean isToBeTold(Appointment visit) {
        return plansAreTold && !visit.times().isTold();
    }

    /** The customers of visits that stay where they were expected, and whom no message about that has reached. */
    private static List<VisitNotice> tellAgain(DayAhead day, Set<OrderVisit> moved, Unreached unreached, By by) {
        List<VisitNotice> news = new ArrayList<>();
        day.visits().values().stream()
                .filter(visit -> !visit.appointment().id().equals(day.spokenOf()) && !moved.contains(visit))
                .filter(unreached::canBeToldNow)
                .forEach(visit -> {
                    unreached.forget(visit, by);
                    VisitNotice.following(visit, day.spokenOf(), by).ifPresent(news::add);
                });
        return news;
    }

    private Uni<Void> send(Tx tx, List<VisitNotice> news) {
        return OneByOne.each(news, notice -> notices.add(tx, notice));
    }
}
