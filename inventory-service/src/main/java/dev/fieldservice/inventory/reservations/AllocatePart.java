package dev.fieldservice.inventory.reservations;

import dev.fieldservice.inventory.demand.ChangedPart;
import dev.fieldservice.inventory.reservations.Allocation.Spot;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The job that reserves a part anew: works out who gets what there is now, writes what differs, and tells of every order whose
 * parts are now there, or no longer. The result depends on the ledger and the plans alone, so it may be done as often as one likes.
 */
@ApplicationScoped
public class AllocatePart implements InTransaction<ChangedPart> {

    private static final Policy POLICY =
            new Policy(4, Duration.ofSeconds(30), Duration.ofMillis(500), 12, Policy.Repetition.NONE);

    private final TellReadiness untold;

    public AllocatePart(TellReadiness untold) {
        this.untold = untold;
    }

    @Override
    public Class<ChangedPart> content() {
        return ChangedPart.class;
    }

    @Override
    public Policy policy() {
        return POLICY;
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<ChangedPart> errand) {
        ChangedPart content = errand.content();
        Reserving part = new Reserving(tx, content.partId());
        return part.hold()
                .chain(part::unseen)
                .chain(unseen -> reserve(part, content.orderId())
                        .chain(orders ->
                                OneByOne.each(orders, order -> tell(tx, order, unseen.getOrDefault(order, List.of())))))
                .replaceWith(Next.done());
    }

    /** The next attempt may be too late for dispatch, or there may be none. */
    @Override
    public Uni<Void> putOff(Tx tx, Errand<ChangedPart> errand, String why) {
        return untold.later(tx, errand.content().partId());
    }

    @Override
    public Uni<Void> gaveUp(Tx tx, Errand<ChangedPart> errand, String why) {
        return InTransaction.super
                .gaveUp(tx, errand, why)
                .chain(() -> untold.later(tx, errand.content().partId()));
    }

    /** Which orders are concerned. */
    private static Uni<Set<UUID>> reserve(Reserving part, UUID planned) {
        return part.needs()
                .chain(needs -> part.stocks()
                        .chain(stocks -> part.reserved().chain(before -> {
                            Map<Spot, BigDecimal> changes = changes(before, Allocation.of(needs, stocks));
                            return part.write(changes)
                                    .chain(part::noteMissing)
                                    .chain(() -> part.orders(concerned(changes.keySet(), planned)));
                        })));
    }

    private static Map<Spot, BigDecimal> changes(Map<Spot, BigDecimal> before, Map<Spot, BigDecimal> now) {
        Map<Spot, BigDecimal> changes = new HashMap<>(now);
        before.forEach((spot, amount) -> changes.merge(spot, amount.negate(), BigDecimal::add));
        changes.values().removeIf(change -> change.signum() == 0);
        return changes;
    }

    private static Set<UUID> concerned(Set<Spot> spots, UUID order) {
        Set<UUID> orders = spots.stream().map(Spot::orderId).collect(Collectors.toCollection(TreeSet::new));
        Optional.ofNullable(order).ifPresent(orders::add);
        return orders;
    }

    /** Worked out under the lock of the plan: a job for another part may be telling of the same order. */
    private static Uni<Void> tell(Tx tx, UUID order, List<UUID> unseen) {
        return unseen.isEmpty()
                ? Readiness.isNews(tx.session(), order)
                        .chain(isNews -> isNews
                                ? tellUnderLock(tx, order, unseen)
                                : Uni.createFrom().voidItem())
                : tellUnderLock(tx, order, unseen);
    }

    private static Uni<Void> tellUnderLock(Tx tx, UUID order, List<UUID> unseen) {
        return tx.load(PartsPlan.class, order)
                .call(() -> Reserving.seen(tx, unseen))
                .chain(plan -> Readiness.tell(tx, plan));
    }
}
