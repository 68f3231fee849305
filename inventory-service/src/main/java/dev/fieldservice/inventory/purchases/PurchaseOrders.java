package dev.fieldservice.inventory.purchases;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.stock.Ledger;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.mail.MailAddress;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds purchase orders, makes them and decides on them. */
@ApplicationScoped
public class PurchaseOrders {

    private static final String NEXT = """
            insert into purchase_order_series as series (year, last) values (:year, 1)
            on conflict (year) do update set last = series.last + 1
            returning last""";

    private final PurchaseOrderPapers papers;
    private final Ledger ledger;

    public PurchaseOrders(PurchaseOrderPapers papers, Ledger ledger) {
        this.papers = papers;
        this.ledger = ledger;
    }

    /** An order with what came of it. @param late null if it is not */
    record Found(PurchaseOrder order, List<PurchaseReceipt> receipts, Lateness late) {}

    /** Null if there is none. */
    Uni<Found> find(Mutiny.Session session, UUID id, Instant now) {
        return session.find(PurchaseOrder.class, id)
                .onItem()
                .ifNotNull()
                .transformToUni(order -> found(session, order, now));
    }

    /** As a command leaves it. */
    static Uni<Found> found(Tx tx, PurchaseOrder order) {
        return found(tx.session(), order, tx.by().at());
    }

    private static Uni<Found> found(Mutiny.Session session, PurchaseOrder order, Instant now) {
        return session.fetch(order.lines)
                .chain(() -> PurchaseReceipt.of(session, order.id()))
                .chain(came -> Lateness.of(session, List.of(order), now)
                        .map(late -> new Found(order, came, late.get(order.id()))));
    }

    public static Uni<List<PurchaseOrderLine>> withLines(Mutiny.Session session, PurchaseOrder order) {
        return session.fetch(order.lines);
    }

    /** Locked, with its lines. */
    public Uni<PurchaseOrder> load(Tx tx, UUID id) {
        return tx.load(PurchaseOrder.class, id).call(order -> tx.session().fetch(order.lines));
    }

    /** The same, but null if there is none. */
    public Uni<PurchaseOrder> find(Tx tx, UUID id) {
        return tx.find(PurchaseOrder.class, id)
                .onItem()
                .ifNotNull()
                .call(order -> tx.session().fetch(order.lines));
    }

    /** Makes a draft; refused with 422 where it cannot be ordered like that. */
    public Uni<PurchaseOrder> draft(Tx tx, NewPurchaseOrder details) {
        return WantedOrder.of(tx, details)
                .chain(wanted -> number(tx)
                        .chain(number -> tx.add(PurchaseOrder.draft(number, wanted.supplier(), wanted, tx.by()))));
    }

    private static Uni<String> number(Tx tx) {
        return KnownCompany.read(tx.session())
                .map(company -> company.dayOf(tx.by().at()).getYear())
                .chain(year -> tx.session()
                        .createNativeQuery(NEXT, Integer.class)
                        .setParameter("year", year)
                        .getSingleResult()
                        .map(last -> "PO-%d-%06d".formatted(year, last)));
    }

    /** In which stock has its cost. */
    Uni<String> currency(Tx tx) {
        return KnownCompany.read(tx.session()).map(KnownCompany::currency);
    }

    /** Locked, and held against what it shall become. */
    Uni<PurchaseOrder> forChange(Tx tx, UUID id, NewPurchaseOrder details) {
        return load(tx, id).call(order -> WantedOrder.of(tx, details).invoke(order::prepare));
    }

    Uni<Found> order(Tx tx, UUID id, OrderPlacement placement) {
        return load(tx, id)
                .call(order -> KnownCompany.read(tx.session())
                        .invoke(company -> order.order(placement.expectedOn(), company, tx.by())))
                .call(order -> OneByOne.each(
                        order.lines.stream()
                                .sorted(Comparator.comparing(line -> line.partId))
                                .toList(),
                        line -> ledger.expect(tx, line.partId, order.locationId, line.unit)))
                .call(order -> address(tx, order).invoke(address -> address.ifPresent(order::sending)))
                .call(order -> papers.freeze(tx, order))
                .chain(order -> found(tx, order));
    }

    Uni<Found> reschedule(Tx tx, UUID id, Rescheduling to) {
        return load(tx, id)
                .call(order -> KnownCompany.read(tx.session())
                        .invoke(company -> order.reschedule(to.expectedOn(), to.reason(), company, tx.by())))
                .chain(order -> found(tx, order));
    }

    /** By mail once more, to where the supplier takes orders now. */
    Uni<Found> send(Tx tx, UUID id) {
        return load(tx, id)
                .invoke(order -> order.sendAgain(tx.by()))
                .call(order -> address(tx, order)
                        .map(address -> address.orElseThrow(() -> new Refusal.Conflict(
                                        "no-address", "The supplier has no address to which orders are sent.")
                                .refused()))
                        .invoke(order::sending))
                .call(order -> papers.send(tx, order))
                .chain(order -> found(tx, order));
    }

    private static Uni<Optional<String>> address(Tx tx, PurchaseOrder order) {
        return tx.session()
                .find(Supplier.class, order.supplierId)
                .map(supplier -> MailAddress.firstUsable(supplier.email().orElse(null), null));
    }

    Uni<Found> cancel(Tx tx, UUID id, String reason) {
        return load(tx, id).invoke(order -> order.cancel(reason, tx.by())).chain(order -> found(tx, order));
    }

    Uni<Found> close(Tx tx, UUID id, String reason) {
        return load(tx, id).invoke(order -> order.close(reason, tx.by())).chain(order -> found(tx, order));
    }
}
