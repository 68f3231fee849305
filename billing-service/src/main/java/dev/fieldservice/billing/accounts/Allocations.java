package dev.fieldservice.billing.accounts;

import dev.fieldservice.billing.accounting.Booking;
import dev.fieldservice.billing.accounting.DocumentKind;
import dev.fieldservice.billing.accounting.Journal;
import dev.fieldservice.billing.days.Day;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes allocations and undoes them, in the books too. The account is locked first. */
@ApplicationScoped
public class Allocations {

    private static final String OWNER = "select customerId from OpenItem where id = :id";
    private static final String OF_ITEM =
            "from Allocation where (debitId = :item or creditId = :item) and undone is null order by id";

    private final Journal journal;

    public Allocations(Journal journal) {
        this.journal = journal;
    }

    Uni<Allocation> make(Tx tx, NewAllocation wanted) {
        return owner(tx, wanted.debitId(), "/debitId")
                .call(customer ->
                        owner(tx, wanted.creditId(), "/creditId").invoke(other -> requireSame(customer, other)))
                .chain(customer -> CustomerAccount.lock(tx, customer))
                .chain(() -> tx.load(OpenItem.class, wanted.debitId()))
                .chain(debit -> tx.load(OpenItem.class, wanted.creditId())
                        .chain(credit -> make(tx, debit, credit, wanted.amount(), "/amount")));
    }

    /** Looked at before anything is locked: of another account nothing is locked. */
    private static void requireSame(UUID customer, UUID other) {
        if (!customer.equals(other)) {
            throw Refusal.RuleViolated.at(
                    "/creditId", "other-customer", "The two are not on the account of one customer.");
        }
    }

    /** Whoever calls has locked the account, and loaded both. @param at where the amount stands in the body */
    public Uni<Allocation> make(Tx tx, OpenItem debit, OpenItem credit, Money amount, String at) {
        return tx.add(Allocation.of(debit, credit, amount, at, tx.by()))
                .call(made -> book(tx, AllocationBooking.of(made, debit, credit)));
    }

    Uni<Allocation> undo(Tx tx, UUID id, String reason) {
        return tx.session()
                .createSelectionQuery("select customerId from Allocation where id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("allocation").refused())
                .chain(customer -> CustomerAccount.lock(tx, customer))
                .chain(() -> tx.load(Allocation.class, id))
                .call(allocation ->
                        Day.of(tx.session(), tx.by().at()).chain(today -> undo(tx, allocation, reason, today)));
    }

    private Uni<Void> undo(Tx tx, Allocation allocation, String reason, LocalDate on) {
        return tx.load(OpenItem.class, allocation.debitId)
                .chain(debit -> tx.load(OpenItem.class, allocation.creditId)
                        .invoke(credit -> allocation.undo(debit, credit, reason, on, tx.by()))
                        .chain(credit -> book(
                                tx,
                                AllocationBooking.of(allocation, debit, credit)
                                        .map(made -> made.opposite(DocumentKind.ALLOCATION_UNDONE, on)))));
    }

    private Uni<Void> book(Tx tx, Optional<Booking> booking) {
        return booking.map(entry -> journal.book(tx, entry))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Undoes all that is allocated of something. Whoever calls has locked the account. */
    public Uni<Void> undoAll(Tx tx, OpenItem item, String reason, LocalDate on) {
        return of(tx, item).chain(found -> OneByOne.each(found, allocation -> undo(tx, allocation, reason, on)));
    }

    private static Uni<List<Allocation>> of(Tx tx, OpenItem item) {
        return tx.session()
                .createSelectionQuery(OF_ITEM, Allocation.class)
                .setParameter("item", item.id())
                .getResultList()
                .invoke(found -> found.forEach(tx::watch));
    }

    /** Whose it is. Refused with 422 where there is no such thing on anybody's account. */
    public static Uni<UUID> owner(Tx tx, UUID item, String pointer) {
        return tx.session()
                .createSelectionQuery(OWNER, UUID.class)
                .setParameter("id", item)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown(pointer, "item on the account of a customer"));
    }
}
