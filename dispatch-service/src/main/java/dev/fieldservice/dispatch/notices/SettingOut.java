package dev.fieldservice.dispatch.notices;

import dev.fieldservice.dispatch.orders.AppointmentLifecycle.State;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.orders.SetOut;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The job that tells a customer that somebody is on the way, while that is so. */
@ApplicationScoped
public class SettingOut implements InTransaction<SetOut> {

    private final ServiceOrders orders;
    private final VisitNotices notices;

    public SettingOut(ServiceOrders orders, VisitNotices notices) {
        this.orders = orders;
        this.notices = notices;
    }

    @Override
    public Class<SetOut> content() {
        return SetOut.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<SetOut> errand) {
        SetOut setOut = errand.content();
        return orders.visit(tx, setOut.orderId(), setOut.appointmentId())
                .chain(visit -> visit.appointment().state() == State.TRAVELLING
                        ? notices.add(tx, VisitNotice.onTheWay(visit, setOut, tx.by()))
                        : Uni.createFrom().voidItem())
                .replaceWith(Next.done());
    }
}
