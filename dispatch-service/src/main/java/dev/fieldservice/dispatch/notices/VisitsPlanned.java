package dev.fieldservice.dispatch.notices;

import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.orders.VisitPlanned;
import dev.fieldservice.dispatch.orders.VisitsConfig;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;

/** The job that tells a customer that a visit is planned, and later reminds them of it. */
@ApplicationScoped
public class VisitsPlanned implements InTransaction<VisitPlanned> {

    private final ServiceOrders orders;
    private final VisitNotices notices;
    private final VisitsConfig config;
    private final QuietHours quiet;

    public VisitsPlanned(ServiceOrders orders, VisitNotices notices, VisitsConfig config) {
        this.orders = orders;
        this.notices = notices;
        this.config = config;
        this.quiet = new QuietHours(config.quietFrom(), config.quietUntil());
    }

    @Override
    public Class<VisitPlanned> content() {
        return VisitPlanned.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<VisitPlanned> errand) {
        VisitPlanned planned = errand.content();
        return orders.visit(tx, planned.orderId(), planned.appointmentId())
                .chain(visit -> planned.isSoOf(visit.appointment())
                        ? Expected.of(tx, visit).chain(expected -> carryOut(tx, visit, expected))
                        : Uni.createFrom().item(Next.done()));
    }

    private Uni<Next> carryOut(Tx tx, OrderVisit visit, Expected expected) {
        Instant now = tx.by().at();
        if (!visit.appointment().times().expected().isAfter(now)) {
            return Uni.createFrom().item(Next.done());
        }
        if (!visit.appointment().times().isTold()) {
            Instant allowed = allowed(now, visit);
            return allowed.isAfter(now)
                    ? Uni.createFrom().item(Next.again(allowed))
                    : notices.add(
                                    tx,
                                    expected.anew(visit, tx.by()).orElseGet(() -> VisitNotice.planned(visit, tx.by())))
                            .replaceWith(reminder(visit, now, now));
        }
        Instant lastHeard = expected.heard()
                .last(visit.appointment())
                .map(message -> message.createdAt)
                .orElse(Instant.EPOCH);
        Next reminder = reminder(visit, lastHeard, now);
        return reminder instanceof Next.Again(Instant due) && !due.isAfter(now)
                ? notices.add(tx, VisitNotice.reminder(visit, tx.by())).replaceWith(Next.done())
                : Uni.createFrom().item(reminder);
    }

    /** Nobody is reminded of what they heard of just before. */
    private Next reminder(OrderVisit visit, Instant lastHeard, Instant now) {
        Instant due = visit.appointment().times().expected().minus(config.remindedBefore());
        return lastHeard.isAfter(due.minus(config.remindedBefore()))
                ? Next.done()
                : Next.again(allowed(due.isAfter(now) ? due : now, visit));
    }

    /** Not in the quiet hours, unless the visit is before their end. */
    private Instant allowed(Instant moment, OrderVisit visit) {
        ZoneId zone = visit.order().jobCard().zone();
        Instant allowed = quiet.after(moment, zone);
        return allowed.isBefore(visit.appointment().times().expected()) ? allowed : moment;
    }
}
