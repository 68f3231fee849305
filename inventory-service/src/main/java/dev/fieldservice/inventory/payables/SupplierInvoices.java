package dev.fieldservice.inventory.payables;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.payables.InvoiceFinding.Kind;
import dev.fieldservice.inventory.purchases.PurchaseOrder;
import dev.fieldservice.inventory.purchases.PurchaseOrderLine;
import dev.fieldservice.inventory.purchases.PurchaseReceipt;
import dev.fieldservice.inventory.returns.SupplierReturn;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Records what suppliers ask money for, and holds it against orders, receipts and returns. An invoice is locked before its orders and
 * its return.
 */
@ApplicationScoped
public class SupplierInvoices {

    private static final String OTHERS = """
            from SupplierInvoice i
             where i.id <> :invoice and i.state <> REJECTED
               and i.id in (select one.id from SupplierInvoice one where one.purchaseOrderId in :orders
                            union all
                            select o.supplierInvoiceId from InvoicedOrder o where o.purchaseOrderId in :orders)""";

    private static final String CREDITING =
            "select i.number from SupplierInvoice i where i.supplierReturnId = :goingBack and i.state <> REJECTED";

    private final InvoiceSources sources;

    public SupplierInvoices(InvoiceSources sources) {
        this.sources = sources;
    }

    Uni<SupplierInvoice> record(Tx tx, NewSupplierInvoice details) {
        return sources.named(tx, details)
                .invoke(named -> InvoiceRules.require(details, named))
                .call(named -> requireNotCredited(tx, named.source()))
                .chain(named -> today(tx)
                        .map(today -> SupplierInvoice.record(details, named, today, tx.by()))
                        .invoke(invoice -> count(invoice, named.source(), BigDecimal.ONE))
                        .chain(invoice -> findings(tx, invoice, named.source())
                                .invoke(found -> invoice.found(found, tx.by()))
                                .chain(() -> tx.add(invoice)))
                        .call(invoice -> keepOrders(tx, invoice))
                        .invoke(invoice -> named.source()
                                .goingBack()
                                .ifPresent(goingBack -> goingBack.credited(invoice.id(), invoice.number, tx.by()))));
    }

    private static Uni<Void> keepOrders(Tx tx, SupplierInvoice invoice) {
        return invoice.purchaseOrderId != null || invoice.orders().isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .flush()
                        .chain(() -> tx.session()
                                .persistAll(invoice.orders().stream()
                                        .map(order -> new InvoicedOrder(invoice.id(), order))
                                        .toArray()));
    }

    /** It is locked: of two who credit it the second finds the first. */
    private static Uni<Void> requireNotCredited(Tx tx, InvoiceSource source) {
        return source.goingBack().isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .createSelectionQuery(CREDITING, String.class)
                        .setParameter("goingBack", source.goingBack().get().id())
                        .getSingleResultOrNull()
                        .invoke(number -> {
                            if (number != null) {
                                throw new Refusal.Conflict(
                                                "return-credited", number + " credits it. Reject that one first.")
                                        .refused();
                            }
                        })
                        .replaceWithVoid();
    }

    private static Uni<LocalDate> today(Tx tx) {
        return KnownCompany.read(tx.session())
                .map(company -> company.dayOf(tx.by().at()));
    }

    static Uni<List<InvoiceFinding>> findings(Tx tx, SupplierInvoice invoice, InvoiceSource source) {
        if (source.orders().isEmpty()) {
            return Uni.createFrom()
                    .item(Stream.concat(ofNoOrder(invoice, source.goingBack()), ThreeWayMatch.impossibleTax(invoice))
                            .toList());
        }
        List<PurchaseReceipt> receipts = new ArrayList<>();
        return OneByOne.each(
                        source.orders(),
                        order -> PurchaseReceipt.of(tx.session(), order.id()).invoke(receipts::addAll))
                .chain(() -> others(tx, invoice, source))
                .map(others -> new ThreeWayMatch(source.lines(), receipts, others).findings(invoice));
    }

    private static Stream<InvoiceFinding> ofNoOrder(SupplierInvoice invoice, Optional<SupplierReturn> goingBack) {
        return goingBack
                .map(SupplierReturn::total)
                .map(total -> total.amount().add(invoice.net).signum() == 0
                        ? Stream.<InvoiceFinding>empty()
                        : Stream.of(new InvoiceFinding(
                                Kind.OTHER_SUM,
                                null,
                                "%s went back, %s is credited"
                                        .formatted(
                                                total.amount().toPlainString(),
                                                invoice.net.negate().toPlainString()))))
                .orElseGet(() -> Stream.of(new InvoiceFinding(
                        Kind.NO_ORDER, null, "Nothing was ordered or returned: somebody else approves it")));
    }

    /** The other invoices of its orders that count. */
    private static Uni<List<SupplierInvoice>> others(Tx tx, SupplierInvoice invoice, InvoiceSource source) {
        return tx.session()
                .createSelectionQuery(OTHERS, SupplierInvoice.class)
                .setParameter(
                        "orders",
                        source.orders().stream().map(PurchaseOrder::id).toList())
                .setParameter("invoice", invoice.id())
                .getResultList();
    }

    /** Its lines ask for so much more of those of the orders; less if it is rejected. */
    private static void count(SupplierInvoice invoice, InvoiceSource source, BigDecimal sign) {
        Map<UUID, PurchaseOrderLine> ordered = source.lines();
        invoice.lines
                .items()
                .forEach(line -> Optional.ofNullable(ordered.get(line.lineId()))
                        .ifPresent(of -> of.invoice(line.quantity().multiply(sign))));
    }

    Uni<SupplierInvoice> match(Tx tx, UUID id) {
        return tx.load(SupplierInvoice.class, id)
                .call(invoice -> sources.of(tx, invoice)
                        .chain(source -> findings(tx, invoice, source))
                        .invoke(found -> invoice.match(found, tx.by())));
    }

    Uni<SupplierInvoice> approve(Tx tx, UUID id, String reason) {
        return tx.load(SupplierInvoice.class, id).invoke(invoice -> invoice.approve(reason, tx.by()));
    }

    /** What it asked for may be asked for by another. */
    Uni<SupplierInvoice> reject(Tx tx, UUID id, String reason) {
        return tx.load(SupplierInvoice.class, id)
                .invoke(invoice -> invoice.reject(reason, tx.by()))
                .call(invoice -> sources.of(tx, invoice).invoke(source -> {
                    count(invoice, source, BigDecimal.ONE.negate());
                    source.goingBack()
                            .ifPresent(goingBack -> goingBack.notCredited(invoice.id(), invoice.number, tx.by()));
                }));
    }

    Uni<SupplierInvoice> pay(Tx tx, UUID id, LocalDate on) {
        return tx.load(SupplierInvoice.class, id)
                .call(invoice -> today(tx).invoke(today -> invoice.pay(on, today, tx.by())));
    }

    Uni<SupplierInvoice> reopen(Tx tx, UUID id, String reason) {
        return tx.load(SupplierInvoice.class, id)
                .invoke(invoice -> invoice.reopen(reason, tx.by()))
                .call(invoice -> sources.of(tx, invoice)
                        .chain(source -> findings(tx, invoice, source))
                        .invoke(found -> invoice.question(found, tx.by())));
    }
}
