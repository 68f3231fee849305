package dev.fieldservice.workorder.reviews;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.errands.WorkOrderErrand;
import dev.fieldservice.workorder.errands.WorkOrderErrand.RuleSet;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The job that finds what was completed through a replica which had not heard yet that there is a rule. Nobody looks at it by itself,
 * so it would neither be closed nor opened to others, and only the rule's reviewer could ever close it.
 */
@ApplicationScoped
public class OverlookedReviews implements InTransaction<RuleSet> {

    private static final int AT_ONCE = 200;
    private static final Duration WAIT = Duration.ofSeconds(10);

    /** It waits, and nobody has said for whom: what has a job of its own was looked at in the moment in which it was completed. */
    private static final String OVERLOOKED = """
            select id from work_order
             where state = 'COMPLETED' and review -> 'examination' is null
               and review_awaited_since between cast(:since as timestamptz) and cast(:until as timestamptz)
             order by review_awaited_since, id""";

    private final Examining examining;
    private final Errands errands;
    private final ReviewsConfig config;

    public OverlookedReviews(Examining examining, Errands errands, ReviewsConfig config) {
        this.examining = examining;
        this.errands = errands;
        this.config = config;
    }

    /** Has it done when every replica knows the rule. */
    Uni<Void> lookFor(Tx tx, ReviewRule rule) {
        Instant since = tx.by().at();
        Instant until = since.plus(known());
        return errands.later(tx, WorkOrderErrand.REVIEW_RULE_SET, rule.subject(), new RuleSet(since, until), until);
    }

    /** Twice as long as a replica remembers: the rule is there for others a moment after it was set. */
    private Duration known() {
        return config.rulesKnownFor().multipliedBy(2);
    }

    @Override
    public Class<RuleSet> content() {
        return RuleSet.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<RuleSet> errand) {
        Instant now = tx.by().at();
        return overlooked(tx.session(), errand.content())
                .call(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(order -> examining.lookAt(tx, order, now))
                        .collect()
                        .last())
                .map(found -> found.size() < AT_ONCE ? Next.done() : Next.again(now.plus(WAIT)));
    }

    private static Uni<List<WorkOrder>> overlooked(Mutiny.Session session, RuleSet set) {
        return session.createNativeQuery(OVERLOOKED, UUID.class)
                .setMaxResults(AT_ONCE)
                .setParameter("since", set.since())
                .setParameter("until", set.until())
                .getResultList()
                .chain(ids -> session.createSelectionQuery(
                                "from WorkOrder where id in :ids order by id", WorkOrder.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }
}
