package dev.fieldservice.inventory.reservations;

import dev.fieldservice.inventory.demand.Demand;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The consumer of what is planned for orders. The topics come in any order: of what is told of a visit the newest plan stands. */
@ApplicationScoped
public class PlanConsumers {

    /** What is told of one order takes effect one after the other, also before there is a row to lock. */
    private static final String ALONE =
            "select 1 from pg_advisory_xact_lock(hashtextextended(cast(cast(:order as uuid) as text), 18))";

    private static final String END = """
            insert into ended_visit as ended (appointment_id, version) values (:appointment, :version)
            on conflict (appointment_id) do update set version = greatest(ended.version, excluded.version)""";

    private static final String ADD = """
            insert into part_demand (id, order_id, part_id, unit, planned, unseen_until)
            values (:id, :order, :part, :unit, :planned, :until)""";

    private static final String FORGET = "delete from part_demand where order_id = :order";

    /** After so long something is told, whether or not all parts were looked for. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Demand demand;

    public PlanConsumers(Demand demand) {
        this.demand = demand;
    }

    /** What can be counted together. */
    private record Kind(UUID partId, String unit) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            int byPart = partId.compareTo(other.partId);
            return byPart == 0 ? unit.compareTo(other.unit) : byPart;
        }
    }

    public Uni<Void> assigned(Tx tx, OrderAssigned plan) {
        return alone(tx, plan.orderId())
                .chain(() -> isOver(tx, plan))
                .chain(isOver -> isOver ? Uni.createFrom().voidItem() : follow(tx, plan));
    }

    public Uni<Void> unassigned(Tx tx, OrderUnassigned taken) {
        return ended(tx, taken.orderId(), taken.appointmentId(), taken.assignmentVersion());
    }

    public Uni<Void> progressed(Tx tx, VisitProgressed step) {
        return step.endsPlan()
                .map(plan -> ended(tx, step.orderId(), step.appointmentId(), plan))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> follow(Tx tx, OrderAssigned told) {
        return tx.find(PartsPlan.class, told.orderId()).chain(plan -> {
            if (plan == null) {
                return tx.add(PartsPlan.of(told)).chain(() -> demand(tx, told));
            }
            if (plan.isNewerThan(told)) {
                return Uni.createFrom().voidItem();
            }
            plan.follow(told);
            return demand(tx, told);
        });
    }

    /** Written anew; who planned the same before is as far ahead as before. */
    private Uni<Void> demand(Tx tx, OrderAssigned plan) {
        Map<Kind, BigDecimal> amounts = new TreeMap<>();
        plan.plannedParts()
                .forEach(part -> amounts.merge(
                        new Kind(part.partId(), part.quantity().unit()),
                        part.quantity().amount(),
                        BigDecimal::add));
        return parts(tx, plan.orderId()).chain(before -> {
            Set<UUID> parts = new TreeSet<>(before);
            amounts.keySet().forEach(kind -> parts.add(kind.partId()));
            return forget(tx, plan.orderId())
                    .chain(() -> OneByOne.each(amounts.entrySet(), part -> add(tx, plan, part)))
                    .chain(() -> demand.planChanged(tx, plan.orderId(), parts));
        });
    }

    private static Uni<Integer> forget(Tx tx, UUID order) {
        return tx.session()
                .createNativeQuery(FORGET)
                .setParameter("order", order)
                .executeUpdate();
    }

    private static Uni<Integer> add(Tx tx, OrderAssigned plan, Map.Entry<Kind, BigDecimal> part) {
        return tx.session()
                .createNativeQuery(ADD)
                .setParameter("id", Ids.next())
                .setParameter("order", plan.orderId())
                .setParameter("part", part.getKey().partId())
                .setParameter("unit", part.getKey().unit())
                .setParameter("planned", part.getValue())
                .setParameter("until", tx.by().at().plus(PATIENCE))
                .executeUpdate();
    }

    private Uni<Void> ended(Tx tx, UUID order, UUID appointment, long endedPlan) {
        return alone(tx, order)
                .chain(() -> tx.session()
                        .createNativeQuery(END)
                        .setParameter("appointment", appointment)
                        .setParameter("version", endedPlan)
                        .executeUpdate())
                .chain(() -> tx.find(PartsPlan.class, order))
                .chain(plan -> {
                    if (plan == null || !plan.isEndedBy(appointment, endedPlan)) {
                        return Uni.createFrom().voidItem();
                    }
                    plan.release();
                    return parts(tx, order)
                            .chain(parts -> forget(tx, order).chain(() -> demand.planChanged(tx, order, parts)));
                });
    }

    private static Uni<Boolean> isOver(Tx tx, OrderAssigned plan) {
        return tx.session()
                .createNativeQuery(
                        "select exists (select from ended_visit where appointment_id = :appointment and version >= :version)",
                        Boolean.class)
                .setParameter("appointment", plan.appointmentId())
                .setParameter("version", plan.assignmentVersion())
                .getSingleResult();
    }

    private static Uni<List<UUID>> parts(Tx tx, UUID order) {
        return tx.session()
                .createNativeQuery(
                        "select distinct part_id from part_demand where order_id = :order order by part_id", UUID.class)
                .setParameter("order", order)
                .getResultList();
    }

    private static Uni<Integer> alone(Tx tx, UUID order) {
        return tx.session()
                .createNativeQuery(ALONE, Integer.class)
                .setParameter("order", order)
                .getSingleResult();
    }
}
