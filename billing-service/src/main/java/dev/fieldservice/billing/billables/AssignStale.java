package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.backlog.BacklogItem;
import dev.fieldservice.billing.backlog.BacklogTerms;
import dev.fieldservice.billing.credits.CreditNotes;
import dev.fieldservice.billing.invoices.DraftCommands;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The job that gives what is stale and has no owner to the owner of the settings, some at a time. */
@ApplicationScoped
public class AssignStale implements InTransaction<AssignStale.Nothing> {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int SOME = 50;

    /** There is nothing to know. */
    public record Nothing() {}

    private final BillingCases cases;
    private final DraftCommands drafts;
    private final CreditNotes credits;
    private final BacklogTerms terms;

    public AssignStale(BillingCases cases, DraftCommands drafts, CreditNotes credits, BacklogTerms terms) {
        this.cases = cases;
        this.drafts = drafts;
        this.credits = credits;
        this.terms = terms;
    }

    @Override
    public Class<Nothing> content() {
        return Nothing.class;
    }

    @Override
    public Policy policy() {
        return Policy.repeating(Policy.Repetition.PER_SERVICE);
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Nothing> errand) {
        return terms.defaultOwner()
                .map(owner -> stale(tx)
                        .call(found -> OneByOne.each(found, item -> assign(tx, item, owner)))
                        .map(found -> found.size() < SOME ? EVERY : AT_ONCE))
                .orElseGet(() -> Uni.createFrom().item(EVERY))
                .map(wait -> Next.again(tx.by().at().plus(wait)));
    }

    private Uni<List<BacklogItem>> stale(Tx tx) {
        return tx.session()
                .createSelectionQuery(
                        "from BacklogItem where ownerId is null and since < :before order by id", BacklogItem.class)
                .setParameter("before", terms.staleBefore(tx.by().at()))
                .setMaxResults(SOME)
                .getResultList();
    }

    private Uni<?> assign(Tx tx, BacklogItem item, Owner owner) {
        return switch (item.kind()) {
            case CLOSED_NOT_BILLED -> cases.assignOwner(tx, item.id(), owner);
            case DRAFTED_NOT_ISSUED, COVERAGE_UNDECIDED -> drafts.assignOwner(tx, item.id(), owner);
            case CREDIT_NOT_ISSUED -> credits.assignOwner(tx, item.id(), owner);
        };
    }
}
