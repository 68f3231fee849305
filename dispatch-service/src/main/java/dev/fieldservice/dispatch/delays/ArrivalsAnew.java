package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.orders.TimeChanged;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The job that has visits expected anew when one before them takes longer, or no longer takes its time. */
@ApplicationScoped
public class ArrivalsAnew implements InTransaction<TimeChanged> {

    private final Delays delays;

    public ArrivalsAnew(Delays delays) {
        this.delays = delays;
    }

    @Override
    public Class<TimeChanged> content() {
        return TimeChanged.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<TimeChanged> errand) {
        return delays.workOutAnew(tx, errand.content()).replaceWith(Next.done());
    }
}
