package dev.fieldservice.inventory.payables;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.purchases.PurchaseOrder;
import dev.fieldservice.inventory.purchases.PurchaseOrderLine;
import dev.fieldservice.inventory.purchases.PurchaseOrders;
import dev.fieldservice.inventory.purchases.PurchaseReceipt;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Records what suppliers ask money for, and holds it against orders and receipts. An invoice is locked before its order. */
@ApplicationScoped
public class SupplierInvoices {

    private static final String OTHERS = """
            from SupplierInvoice i where i.purchaseOrderId = :order and i.id <> :invoice and i.state <> REJECTED""";

    private final PurchaseOrders orders;

    public SupplierInvoices(PurchaseOrders orders) {
        this.orders = orders;
    }

    Uni<SupplierInvoice> record(Tx tx, NewSupplierInvoice details) {
        return orders.find(tx, details.purchaseOrderId())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/purchaseOrderId", "purchase order"))
                .invoke(order -> requireThatItFits(details, order))
                .invoke(SupplierInvoices::requireThatItIsOrdered)
                .chain(order -> today(tx)
                        .chain(today -> tx.session()
                                .find(Supplier.class, order.supplierId())
                                .map(supplier -> SupplierInvoice.record(details, order, supplier, today, tx.by())))
                        .invoke(invoice -> count(invoice, order, BigDecimal.ONE))
                        .chain(invoice -> findings(tx, invoice, order)
                                .invoke(found -> invoice.found(found, tx.by()))
                                .chain(() -> tx.add(invoice))));
    }

    private static Uni<LocalDate> today(Tx tx) {
        return KnownCompany.read(tx.session())
                .map(company -> company.dayOf(tx.by().at()));
    }

    static Uni<List<InvoiceFinding>> findings(Tx tx, SupplierInvoice invoice, PurchaseOrder order) {
        return PurchaseReceipt.of(tx.session(), order.id())
                .chain(receipts -> others(tx, invoice)
                        .map(others -> new ThreeWayMatch(order, receipts, others).findings(invoice)));
    }

    /** The other invoices of its order that count. */
    private static Uni<List<SupplierInvoice>> others(Tx tx, SupplierInvoice invoice) {
        return tx.session()
                .createSelectionQuery(OTHERS, SupplierInvoice.class)
                .setParameter("order", invoice.purchaseOrderId)
                .setParameter("invoice", invoice.id())
                .getResultList();
    }

    /** Its lines ask for so much more of those of the order; less if it is rejected. */
    private static void count(SupplierInvoice invoice, PurchaseOrder order, BigDecimal sign) {
        Map<UUID, PurchaseOrderLine> ordered =
                order.lines().stream().collect(Collectors.toMap(PurchaseOrderLine::id, Function.identity()));
        invoice.lines
                .items()
                .forEach(line -> Optional.ofNullable(ordered.get(line.lineId()))
                        .ifPresent(of -> of.invoice(line.quantity().multiply(sign))));
    }

    Uni<SupplierInvoice> match(Tx tx, UUID id) {
        return tx.load(SupplierInvoice.class, id)
                .call(invoice -> orders.load(tx, invoice.purchaseOrderId)
                        .chain(order -> findings(tx, invoice, order))
                        .invoke(found -> invoice.match(found, tx.by())));
    }

    Uni<SupplierInvoice> approve(Tx tx, UUID id, String reason) {
        return tx.load(SupplierInvoice.class, id).invoke(invoice -> invoice.approve(reason, tx.by()));
    }

    /** What it asked for may be asked for by another. */
    Uni<SupplierInvoice> reject(Tx tx, UUID id, String reason) {
        return tx.load(SupplierInvoice.class, id)
                .invoke(invoice -> invoice.reject(reason, tx.by()))
                .call(invoice -> orders.load(tx, invoice.purchaseOrderId)
                        .invoke(order -> count(invoice, order, BigDecimal.ONE.negate())));
    }

    Uni<SupplierInvoice> pay(Tx tx, UUID id, LocalDate on) {
        return tx.load(SupplierInvoice.class, id)
                .call(invoice -> today(tx).invoke(today -> invoice.pay(on, today, tx.by())));
    }

    Uni<SupplierInvoice> reopen(Tx tx, UUID id, String reason) {
        return tx.load(SupplierInvoice.class, id)
                .invoke(invoice -> invoice.reopen(reason, tx.by()))
                .call(invoice -> orders.load(tx, invoice.purchaseOrderId)
                        .chain(order -> findings(tx, invoice, order))
                        .invoke(found -> invoice.question(found, tx.by())));
    }

    private static void requireThatItIsOrdered(PurchaseOrder order) {
        if (order.isDraft()) {
            throw new Refusal.Conflict("not-ordered", "This order is a draft: nobody has ordered what is invoiced.")
                    .refused();
        }
    }

    private static void requireThatItFits(NewSupplierInvoice details, PurchaseOrder order) {
        Map<UUID, PurchaseOrderLine> ordered =
                order.lines().stream().collect(Collectors.toMap(PurchaseOrderLine::id, Function.identity()));
        Set<UUID> seen = new HashSet<>();
        for (int index = 0; index < details.lines().size(); index++) {
            UUID id = details.lines().get(index).lineId();
            if (!ordered.containsKey(id)) {
                throw Refusal.RuleViolated.unknown("/lines/" + index + "/lineId", "line of this order");
            }
            if (!seen.add(id)) {
                throw Refusal.RuleViolated.at(
                        "/lines/" + index + "/lineId", "line-twice", "Add up what is asked for of a line.");
            }
        }
        for (int index = 0; index < details.lines().size(); index++) {
            NewSupplierInvoice.Line line = details.lines().get(index);
            String unit = ordered.get(line.lineId()).unit();
            if (!unit.equals(line.quantity().unit())) {
                throw Refusal.RuleViolated.at(
                        "/lines/" + index + "/quantity/unit", "other-unit", "This part is counted in " + unit + ".");
            }
            requireCurrency(
                    "/lines/" + index + "/unitPrice/currency", line.unitPrice().currency(), order);
        }
        requireCurrency("/net/currency", details.net().currency(), order);
        requireCurrency("/tax/currency", details.tax().currency(), order);
    }

    private static void requireCurrency(String pointer, String currency, PurchaseOrder order) {
        if (!currency.equals(order.currency())) {
            throw Refusal.RuleViolated.at(pointer, "other-currency", "It was ordered in " + order.currency() + ".");
        }
    }
}
