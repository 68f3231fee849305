package dev.fieldservice.billing.accounts;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Makes allocations and undoes them. The account is locked first. */
public final class Allocations {

    private static final String OWNER = "select customerId from OpenItem where id = :id";
    private static final String OF_ITEM =
            "from Allocation where (debitId = :item or creditId = :item) and undone is null order by id";

    private Allocations() {}

    static Uni<Allocation> make(Tx tx, NewAllocation wanted) {
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
    public static Uni<Allocation> make(Tx tx, OpenItem debit, OpenItem credit, Money amount, String at) {
        return tx.add(Allocation.of(debit, credit, amount, at, tx.by()));
    }

    static Uni<Allocation> undo(Tx tx, UUID id, String reason) {
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

    private static Uni<Void> undo(Tx tx, Allocation allocation, String reason, LocalDate on) {
        return tx.load(OpenItem.class, allocation.debitId)
                .chain(debit -> tx.load(OpenItem.class, allocation.creditId)
                        .invoke(credit -> allocation.undo(debit, credit, reason, on, tx.by())))
                .replaceWithVoid();
    }

    /** Undoes all that is allocated of something. Whoever calls has locked the account. */
    public static Uni<Void> undoAll(Tx tx, OpenItem item, String reason, LocalDate on) {
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
