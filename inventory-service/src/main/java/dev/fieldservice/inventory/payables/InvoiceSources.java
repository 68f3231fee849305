package dev.fieldservice.inventory.payables;

import dev.fieldservice.inventory.purchases.PurchaseOrder;
import dev.fieldservice.inventory.purchases.PurchaseOrders;
import dev.fieldservice.inventory.returns.SupplierReturn;
import dev.fieldservice.inventory.returns.SupplierReturns;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what an invoice is held against: an invoice is locked before its orders, these in the order of their ids. */
@ApplicationScoped
public class InvoiceSources {

    private final PurchaseOrders orders;

    public InvoiceSources(PurchaseOrders orders) {
        this.orders = orders;
    }

    /** A new invoice, whose it is, and what it is held against. */
    record Named(Supplier supplier, InvoiceSource source) {}

    /** Locked. Refused with 422 where it names what is not known: ids first, then what is said of them. */
    Uni<Named> named(Tx tx, NewSupplierInvoice details) {
        return known(details.purchaseOrderId(), id -> orders.find(tx, id), "/purchaseOrderId", "purchase order")
                .chain(order -> known(
                                details.supplierId(),
                                id -> tx.session().find(Supplier.class, id),
                                "/supplierId",
                                "supplier")
                        .chain(supplier -> known(
                                        details.supplierReturnId(),
                                        id -> SupplierReturns.find(tx, id),
                                        "/supplierReturnId",
                                        "supplier return")
                                .chain(goingBack -> named(tx, details, order, supplier, goingBack))));
    }

    private static <T> Uni<Optional<T>> known(UUID id, Function<UUID, Uni<T>> find, String pointer, String what) {
        return id == null
                ? Uni.createFrom().item(Optional.empty())
                : find.apply(id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.RuleViolated.unknown(pointer, what))
                        .map(Optional::of);
    }

    private Uni<Named> named(
            Tx tx,
            NewSupplierInvoice details,
            Optional<PurchaseOrder> order,
            Optional<Supplier> named,
            Optional<SupplierReturn> goingBack) {
        UUID whose = Stream.of(
                        order.map(PurchaseOrder::supplierId),
                        named.map(Supplier::id),
                        goingBack.map(SupplierReturn::supplierId))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> Refusal.RuleViolated.at(
                        "/supplierId", "supplier-missing", "Say whose invoice it is, or of which order."));
        return tx.session()
                .find(Supplier.class, whose)
                .chain(supplier -> (order.isPresent()
                                ? Uni.createFrom().item(order.stream().toList())
                                : ordersOf(tx, details, whose))
                        .map(found -> new Named(supplier, new InvoiceSource(found, goingBack))));
    }

    /** Those of this supplier that its lines are of. */
    private Uni<List<PurchaseOrder>> ordersOf(Tx tx, NewSupplierInvoice details, UUID supplier) {
        List<UUID> lines =
                details.items().stream().map(NewSupplierInvoice.Line::lineId).toList();
        return lines.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tx.session()
                        .createSelectionQuery("""
                                select distinct line.purchaseOrder.id from PurchaseOrderLine line
                                 where line.id in :lines and line.purchaseOrder.supplierId = :supplier""", UUID.class)
                        .setParameter("lines", lines)
                        .setParameter("supplier", supplier)
                        .getResultList()
                        .chain(ids -> each(ids, id -> orders.load(tx, id)));
    }

    /** Locked. */
    Uni<InvoiceSource> of(Tx tx, SupplierInvoice invoice) {
        return of(tx, invoice, id -> orders.load(tx, id));
    }

    /** The same as of now, for whoever has locked one of its orders and must not wait for another. */
    Uni<InvoiceSource> asItIs(Tx tx, SupplierInvoice invoice) {
        return of(
                tx,
                invoice,
                id -> tx.session()
                        .find(PurchaseOrder.class, id)
                        .call(order -> PurchaseOrders.withLines(tx.session(), order)));
    }

    private static Uni<InvoiceSource> of(Tx tx, SupplierInvoice invoice, Function<UUID, Uni<PurchaseOrder>> load) {
        return each(invoice.orders(), load)
                .chain(found -> known(
                                invoice.supplierReturnId,
                                id -> SupplierReturns.find(tx, id),
                                "/supplierReturnId",
                                "supplier return")
                        .map(goingBack -> new InvoiceSource(found, goingBack)));
    }

    private static Uni<List<PurchaseOrder>> each(Collection<UUID> ids, Function<UUID, Uni<PurchaseOrder>> load) {
        List<PurchaseOrder> loaded = new ArrayList<>();
        return OneByOne.each(
                        ids.stream().filter(Objects::nonNull).sorted().toList(),
                        id -> load.apply(id).invoke(loaded::add))
                .replaceWith(() -> loaded);
    }
}
