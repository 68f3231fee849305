package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.orders.TimeGivenBack;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The job that has visits expected anew when one before them no longer takes the time in which it was expected. */
@ApplicationScoped
public class ArrivalsAnew implements InTransaction<TimeGivenBack> {

    private final Delays delays;

    public ArrivalsAnew(Delays delays) {
        this.delays = delays;
    }

    @Override
    public Class<TimeGivenBack> content() {
        return TimeGivenBack.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<TimeGivenBack> errand) {
        return delays.workOutAnew(tx, errand.content()).replaceWith(Next.done());
    }
}
