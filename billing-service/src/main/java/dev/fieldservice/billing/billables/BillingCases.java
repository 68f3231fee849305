package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.customers.KnownCustomer;
import dev.fieldservice.billing.invoices.Bill;
import dev.fieldservice.billing.invoices.Invoice;
import dev.fieldservice.billing.invoices.Invoices;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.pricing.BillingTerms;
import dev.fieldservice.billing.returns.SendJobBack;
import dev.fieldservice.billing.usages.BillableItem;
import dev.fieldservice.billing.usages.BillableItems;
import dev.fieldservice.billing.usages.PartsConsumed;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds billing cases, makes them and brings them to their end. */
@ApplicationScoped
public class BillingCases {

    private static final String UNLESS_THERE = """
            insert into billing_case (id, version, state, ticket_id, differences, settled, unexpected, opened_at)
            values (:id, 0, 'COLLECTING', :ticket, '{"items":[]}', '{"items":[]}', false, :at)
            on conflict do nothing""";

    private static final String NOTHING = "No parts, labour or travel were reported.";

    private final Invoices invoices;
    private final Afterwards afterwards;
    private final BillingTerms terms;

    public BillingCases(Invoices invoices, Afterwards afterwards, BillingTerms terms) {
        this.invoices = invoices;
        this.afterwards = afterwards;
        this.terms = terms;
    }

    /** A part was used, or taken back. */
    public Uni<BillingCase> hear(Tx tx, PartsConsumed event) {
        return open(tx, event.orderId(), event.ticketId())
                .chain(billing -> BillableItems.hear(tx, event).chain(item -> compare(tx, billing, Optional.of(item))));
    }

    /** The job was closed, or closed again. */
    public Uni<BillingCase> close(Tx tx, ClosedJob closed) {
        return KnownTicket.lock(tx, closed.ticketId())
                .chain(known -> open(tx, closed.orderId(), closed.ticketId())
                        .invoke(billing -> billing.jobClosed(known.newest(closed), tx.by()))
                        .invoke(billing -> billing.under(known.isUnderSomething())))
                .chain(billing -> compare(tx, billing, Optional.empty()));
    }

    /** A request was recorded. What it is under may be heard after its job was closed. */
    public Uni<Void> asked(Tx tx, TicketAsked ticket) {
        Uni<?> agreed = ticket.coverage() == null
                ? Uni.createFrom().voidItem()
                : KnownTicket.lock(tx, ticket.ticketId())
                        .invoke(known -> known.asked(ticket.coverage()))
                        .chain(known -> ofTicket(tx, ticket.ticketId())
                                .invoke(cases -> cases.forEach(billing -> billing.under(known.isUnderSomething()))));
        return agreed.chain(() -> KnownCustomer.keep(tx, ticket.request())).replaceWithVoid();
    }

    /** What of the job is covered: drafts follow. The newest closure counts, in whichever order they are heard of. */
    public Uni<Void> cover(Tx tx, CoverageTold told) {
        return KnownTicket.lock(tx, told.ticketId())
                .chain(known -> open(tx, told.orderId(), told.ticketId()))
                .chain(billing -> billing.hear(told.coverage(), tx.by())
                        ? invoices.cover(tx, billing.id(), told.coverage())
                        : Uni.createFrom().voidItem());
    }

    /** The job for whom it is, as far as is known by now. */
    public Uni<ClosedJob> newest(Tx tx, ClosedJob closed) {
        return KnownTicket.lock(tx, closed.ticketId()).map(known -> known.newest(closed));
    }

    /** The job as it is billed; null if it is not closed. */
    public Uni<ClosedJob> report(Tx tx, UUID orderId) {
        return tx.load(BillingCase.class, orderId).map(billing -> billing.job);
    }

    /** The ticket was corrected, or whom it is about: cases and drafts follow, what is issued stays as it was. */
    public Uni<Void> follow(Tx tx, TicketTold ticket) {
        return KnownTicket.lock(tx, ticket.ticketId())
                .call(known -> known.hear(ticket)
                        ? ofTicket(tx, ticket.ticketId())
                                .invoke(cases -> cases.forEach(billing -> billing.under(known.isUnderSomething())))
                                .chain(cases -> follow(tx, cases, known.newest()))
                        : Uni.createFrom().voidItem())
                .chain(() -> keep(tx, ticket.customer(), ticket.changedAt()));
    }

    /** A customer was registered or changed: drafts that were moved to them follow. */
    public Uni<Void> keep(Tx tx, KnownCustomer.Changed told) {
        return keep(tx, told.customer(), told.changedAt());
    }

    private Uni<Void> keep(Tx tx, CustomerRef customer, Instant at) {
        return KnownCustomer.keep(tx, customer, at)
                .chain(isOther -> isOther
                        ? invoices.followBuyer(tx, customer)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> follow(Tx tx, List<BillingCase> cases, TicketTold ticket) {
        cases.forEach(billing -> billing.follow(ticket, tx.by()));
        return OneByOne.each(
                cases, billing -> followed(tx, billing).chain(() -> compare(tx, billing, Optional.empty())));
    }

    private Uni<Void> followed(Tx tx, BillingCase billing) {
        return billing.invoice()
                .flatMap(id -> billing.circumstances().map(now -> invoices.follow(tx, id, now)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<List<BillingCase>> ofTicket(Tx tx, UUID ticketId) {
        return tx.session()
                .createSelectionQuery("from BillingCase where ticketId = :ticket order by id", BillingCase.class)
                .setParameter("ticket", ticketId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .invoke(cases -> cases.forEach(tx::watch));
    }

    /** The case of a job, made if this is the first that is heard of it; locked. */
    private static Uni<BillingCase> open(Tx tx, UUID orderId, UUID ticketId) {
        return tx.session()
                .createNativeQuery(UNLESS_THERE)
                .setParameter("id", orderId)
                .setParameter("ticket", ticketId)
                .setParameter("at", tx.by().at())
                .executeUpdate()
                .chain(() -> tx.load(BillingCase.class, orderId));
    }

    /**
     * Bills the job if all is known. Usages are read when there is a report to hold them against, and not before.
     *
     * @param newest heard in this transaction, so that the database may not have it yet
     */
    private Uni<BillingCase> compare(Tx tx, BillingCase billing, Optional<BillableItem> newest) {
        if (!billing.isReported()) {
            return Uni.createFrom().item(billing);
        }
        return BillableItems.ofCase(tx.session(), billing.id())
                .map(stored -> with(stored, newest))
                .invoke(heard -> billing.compare(heard, tx.by()))
                .chain(heard -> billing.due()
                        .map(job -> bill(tx, billing, job))
                        .orElseGet(() -> afterwards.bill(tx, billing, heard).replaceWith(billing)));
    }

    private static List<BillableItem> with(List<BillableItem> stored, Optional<BillableItem> newest) {
        return Stream.concat(stored.stream(), newest.stream()).distinct().toList();
    }

    /** Bills what was reported, although what was used does not agree with it. */
    Uni<BillingCase> settle(Tx tx, UUID id, Settlement settlement) {
        return tx.load(BillingCase.class, id).chain(billing -> {
            boolean hadNothing = billing.isDecided();
            ClosedJob job = billing.settle(settlement, tx.by());
            if (settlement.billsNothing()) {
                billing.nothingToBill(settlement.reason(), tx.by());
                return Uni.createFrom().item(billing);
            }
            return bill(tx, billing, job).invoke(settled -> requireSomething(settled, hadNothing));
        });
    }

    /** Nobody is told twice that there is nothing. */
    private static void requireSomething(BillingCase settled, boolean hadNothing) {
        if (hadNothing && settled.state == BillingCaseLifecycle.State.NOTHING_TO_BILL) {
            throw new Refusal.Conflict("nothing-is-billed", NOTHING).refused();
        }
    }

    private Uni<BillingCase> bill(Tx tx, BillingCase billing, ClosedJob job) {
        return KnownCompany.read(tx.session())
                .chain(company ->
                        bill(tx, billing, job.bill(company.zone(), terms.visitGap(), billing.agreed.coverage)));
    }

    private Uni<BillingCase> bill(Tx tx, BillingCase billing, Bill bill) {
        if (bill.isEmpty()) {
            billing.nothingToBill(NOTHING, tx.by());
            return Uni.createFrom().item(billing);
        }
        return invoices.draft(tx, bill)
                .invoke(invoice -> billing.invoiced(invoice.id(), tx.by()))
                .replaceWith(billing);
    }

    /**
     * Bills nothing of a draft: its job is done with, unless there is another invoice or draft of it. The case is locked before the
     * invoice, as wherever drafts follow cases.
     */
    Uni<Invoice> voidDraft(Tx tx, UUID invoiceId, String reason) {
        return invoices.order(tx, invoiceId)
                .chain(order -> tx.load(BillingCase.class, order))
                .chain(billing -> invoices.voidDraft(tx, invoiceId, reason)
                        .call(invoice -> invoices.others(tx, billing.id(), invoiceId)
                                .invoke(others -> billing.draftVoided(others, reason, tx.by()))));
    }

    /** Bills a draft after all that was voided; the job's newest circumstances count, and what came back since stays out. */
    Uni<Invoice> reinstate(Tx tx, UUID invoiceId, String reason) {
        return invoices.order(tx, invoiceId)
                .chain(order -> tx.load(BillingCase.class, order))
                .chain(billing -> invoices.reinstate(
                                tx, invoiceId, billing.circumstances().orElseThrow(), reason)
                        .invoke(invoice -> billing.draftReinstated(reason, tx.by()))
                        .call(invoice -> afterwards.leaveOut(tx, billing, invoice)));
    }

    /** Somebody sees to it from now on. */
    Uni<BillingCase> assignOwner(Tx tx, UUID id, Owner owner) {
        return tx.load(BillingCase.class, id).invoke(billing -> billing.assignOwner(owner, tx.by()));
    }

    /** What came after the decision was seen. */
    Uni<BillingCase> acknowledge(Tx tx, UUID id, String reason) {
        return tx.load(BillingCase.class, id).invoke(billing -> billing.acknowledge(reason, tx.by()));
    }

    /** Those who did the job have to put it right. */
    Uni<BillingCase> sendBack(Tx tx, UUID id, SendJobBack what) {
        return tx.load(BillingCase.class, id).invoke(billing -> SendingBack.send(billing, what, tx.by()));
    }

    /** It is billed as it is, unless they have begun. */
    Uni<BillingCase> withdrawSendBack(Tx tx, UUID id, String reason) {
        return tx.load(BillingCase.class, id).invoke(billing -> SendingBack.withdraw(billing, reason, tx.by()));
    }

    /** For reading, with its items; null if there is none. */
    Uni<CaseWithItems> find(Mutiny.Session session, UUID id) {
        return session.find(BillingCase.class, id)
                .onItem()
                .ifNotNull()
                .transformToUni(found -> BillableItems.ofCase(session, id)
                        .chain(items ->
                                invoices.billed(session, id).map(billed -> new CaseWithItems(found, items, billed))));
    }

    /** @param billed the usages and time entries that its invoices bill */
    record CaseWithItems(BillingCase billing, List<BillableItem> items, Set<UUID> billed) {}
}
