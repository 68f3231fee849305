package dev.fieldservice.inventory.reservations;

import dev.fieldservice.inventory.errands.InventoryErrand;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The job that tells of a plan when a part of it is waited for no more. Whoever looks for the last part of a plan tells; where that fails,
 * nobody is the last.
 */
@ApplicationScoped
public class TellReadiness implements InTransaction<TellReadiness.UntoldPlan> {

    private static final String WAITED_FOR = """
            select d.order_id, p.ticket_id, max(d.unseen_until)
              from part_demand d join parts_plan p on p.id = d.order_id
             where d.part_id = :part and d.unseen_until is not null and p.state = 'RESERVED'
             group by d.order_id, p.ticket_id
             order by d.order_id""";

    /** It was planned anew since, and is waited for a little longer. */
    private static final String UNSEEN_UNTIL =
            "select max(unseen_until) from part_demand where order_id = :order and unseen_until > :now";

    private final Errands errands;

    public TellReadiness(Errands errands) {
        this.errands = errands;
    }

    /** The plan of an order. */
    public record UntoldPlan(UUID orderId) {}

    /** Of all plans for which this part has not been looked for. Once for each, however often that fails. */
    Uni<Void> later(Tx tx, UUID partId) {
        return tx.session()
                .createNativeQuery(WAITED_FOR, Tuple.class)
                .setParameter("part", partId)
                .getResultList()
                .chain(plans -> OneByOne.each(
                        plans,
                        plan -> errands.later(
                                tx,
                                InventoryErrand.TELL_READINESS,
                                new Subject("parts-plan", plan.get(0, UUID.class), plan.get(1, UUID.class)),
                                new UntoldPlan(plan.get(0, UUID.class)),
                                plan.get(2, OffsetDateTime.class).toInstant())));
    }

    @Override
    public Class<UntoldPlan> content() {
        return UntoldPlan.class;
    }

    @Override
    public Policy policy() {
        return Policy.repeating(Policy.Repetition.PER_SUBJECT);
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<UntoldPlan> errand) {
        return tx.load(PartsPlan.class, errand.content().orderId())
                .chain(plan -> tx.session()
                        .createNativeQuery(UNSEEN_UNTIL, OffsetDateTime.class)
                        .setParameter("order", errand.content().orderId())
                        .setParameter("now", tx.by().at())
                        .getSingleResultOrNull()
                        .chain(later -> later != null
                                ? Uni.createFrom().item(Next.again(later.toInstant()))
                                : Readiness.tell(tx, plan).replaceWith(Next.done())));
    }
}
