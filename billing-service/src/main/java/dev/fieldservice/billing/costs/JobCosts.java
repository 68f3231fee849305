package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.billables.BillingCases;
import dev.fieldservice.billing.billables.ClosedJob;
import dev.fieldservice.billing.billables.TicketTold;
import dev.fieldservice.billing.billables.WorkDone;
import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.hibernate.LockMode;

/** Keeps what closed jobs cost: the newest closure counts, and whom the job was for as it is known now. */
@ApplicationScoped
public class JobCosts {

    private final BillingCases cases;
    private final CostChanges changes;

    public JobCosts(BillingCases cases, CostChanges changes) {
        this.cases = cases;
        this.changes = changes;
    }

    /** The job was closed, or closed again. */
    public Uni<Void> close(Tx tx, ClosedJob closed) {
        return cases.newest(tx, closed)
                .chain(job -> KnownCompany.read(tx.session())
                        .chain(company -> keep(tx, WorkDone.of(job, company.zone()), company.currency())));
    }

    private Uni<Void> keep(Tx tx, WorkDone done, String currency) {
        return changes.hold(tx)
                .chain(() -> changes.holdJob(tx, done.orderId()))
                .chain(() -> tx.session().find(CostedJob.class, done.orderId(), LockMode.PESSIMISTIC_WRITE))
                .chain(known -> {
                    if (known == null) {
                        CostedJob job = CostedJob.of(done, currency);
                        return tx.session().persist(job).chain(() -> keepItems(tx, done, job));
                    }
                    return known.closedAgain(done)
                            ? keepItems(tx, done, known)
                            : Uni.createFrom().voidItem();
                });
    }

    private static Uni<Void> keepItems(Tx tx, WorkDone done, CostedJob job) {
        Object[] items =
                done.items().stream().map(item -> CostItem.of(job, item)).toArray();
        return tx.session()
                .createNativeQuery("delete from cost_item where order_id = :order")
                .setParameter("order", job.orderId)
                .executeUpdate()
                .chain(() -> tx.session().persistAll(items))
                .chain(tx.session()::flush)
                .chain(() -> CostsOfDay.giveJob(tx, job.orderId))
                .chain(() -> WorkShares.divide(tx, job.orderId));
    }

    /** The ticket was corrected, or whom it is about. */
    public Uni<Void> follow(Tx tx, TicketTold ticket) {
        return tx.session()
                .createSelectionQuery("from CostedJob where ticketId = :ticket order by orderId", CostedJob.class)
                .setParameter("ticket", ticket.ticketId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .invoke(jobs -> jobs.forEach(job -> job.follow(ticket)))
                .replaceWithVoid();
    }
}
