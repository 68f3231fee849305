package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.errands.DispatchErrand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has customers told of visits that take place: that one is planned, and that somebody is on the way. */
@ApplicationScoped
public class VisitNews {

    private final Errands errands;
    private final VisitsConfig config;

    public VisitNews(Errands errands, VisitsConfig config) {
        this.errands = errands;
        this.config = config;
    }

    Uni<Void> planned(Tx tx, Appointment visit) {
        VisitPlanned planned =
                new VisitPlanned(visit.id(), visit.orderId(), visit.window().start());
        return config.toldAfter()
                .map(wait -> errands.later(
                        tx,
                        DispatchErrand.VISIT_PLANNED,
                        visit.subject(),
                        planned,
                        tx.by().at().plus(wait)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    Uni<Void> setOut(Tx tx, Appointment visit, VisitProgressed step) {
        return config.toldAfter()
                .map(told -> errands.later(
                        tx,
                        DispatchErrand.SET_OUT,
                        visit.subject(),
                        new SetOut(visit.id(), visit.orderId(), step.occurredAt(), step.position()),
                        tx.by().at()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
