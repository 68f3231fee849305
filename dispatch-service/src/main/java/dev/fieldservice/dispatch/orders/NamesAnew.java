package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.technicians.Renamed;
import dev.fieldservice.dispatch.technicians.Technician;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The job that has open orders show the new name of a technician, and tells it to the phones. */
@ApplicationScoped
public class NamesAnew implements InTransaction<Renamed> {

    private static final String OPEN = """
            select o.id from ServiceOrder o
             where o.state not in (CLOSED, CANCELLED)
               and exists (select 1 from Assignee s join s.appointment a
                            where a.orderId = o.id and s.technicianId = :technician and s.name <> :name)
             order by o.id""";

    /** With the version of the visits, since what they show has changed. */
    private static final String RENAME = """
            with renamed as (
                update appointment_technician s set name = :name
                  from appointment a
                 where a.id = s.appointment_id and a.order_id in (:orders) and s.technician_id = :technician
                   and s.name <> :name
                returning a.id)
            update appointment set version = version + 1 where id in (select id from renamed)""";

    private static final String VISITS = """
            select a from Appointment a left join fetch a.technicians
             where a.orderId in :orders and a.state not in (SCHEDULED, REJECTED, CANCELLED)
             order by a.id""";

    private static final Comparator<Appointment> AS_TOLD = Comparator.<Appointment, Boolean>comparing(
                    visit -> visit.state.isUnderWay())
            .thenComparing(visit -> visit.state.isOpen())
            .thenComparing(visit -> visit.createdAt);

    private final ServiceOrders orders;

    public NamesAnew(ServiceOrders orders) {
        this.orders = orders;
    }

    @Override
    public Class<Renamed> content() {
        return Renamed.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Renamed> errand) {
        UUID id = errand.content().technicianId();
        return tx.session()
                .find(Technician.class, id)
                .chain(technician -> open(tx, technician)
                        .chain(ids -> ids.isEmpty() ? Uni.createFrom().voidItem() : rename(tx, technician, ids)))
                .replaceWith(Next.done());
    }

    private static Uni<List<UUID>> open(Tx tx, Technician technician) {
        return tx.session()
                .createSelectionQuery(OPEN, UUID.class)
                .setParameter("technician", technician.id())
                .setParameter("name", technician.name())
                .getResultList();
    }

    private Uni<Void> rename(Tx tx, Technician technician, List<UUID> ids) {
        return orders.loadAll(tx, ids)
                .call(() -> tx.session()
                        .createNativeQuery(RENAME)
                        .setParameter("name", technician.name())
                        .setParameter("orders", ids)
                        .setParameter("technician", technician.id())
                        .executeUpdate())
                .chain(locked -> visits(tx, ids)
                        .invoke(visits -> locked.forEach(order -> follow(order, visits, technician, tx.by()))))
                .replaceWithVoid();
    }

    private static Uni<List<Appointment>> visits(Tx tx, List<UUID> ids) {
        return tx.session()
                .createSelectionQuery(VISITS, Appointment.class)
                .setParameter("orders", ids)
                .getResultList();
    }

    /** The field is told anew of the visit that it was told of last; what was not told is told when it is the next. */
    private static void follow(ServiceOrder order, List<Appointment> visits, Technician technician, By by) {
        order.say("TECHNICIAN_RENAMED", by.at(), technician.name(), by);
        order.touch(by);
        Optional<Appointment> told = visits.stream()
                .filter(visit -> visit.orderId.equals(order.id()))
                .max(AS_TOLD);
        told.filter(visit -> visit.isFor(technician.id())).ifPresent(visit -> order.assigned(visit, by));
    }
}
