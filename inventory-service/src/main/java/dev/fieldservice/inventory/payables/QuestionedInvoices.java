package dev.fieldservice.inventory.payables;

import dev.fieldservice.inventory.purchases.OrderInvoices;
import dev.fieldservice.inventory.purchases.PurchaseOrder;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Puts in question what was to be paid when what it is for is taken back. */
@ApplicationScoped
public class QuestionedInvoices implements OrderInvoices {

    private static final String TO_PAY = "select i.id from SupplierInvoice i where i.state = TO_PAY and i.id in"
            + " (select one.id from SupplierInvoice one where one.purchaseOrderId = :order union all"
            + " select o.supplierInvoiceId from InvoicedOrder o where o.purchaseOrderId = :order) order by i.id";

    private final InvoiceSources sources;

    public QuestionedInvoices(InvoiceSources sources) {
        this.sources = sources;
    }

    /** They are loaded before the order, and again after it: meanwhile another may have come in. */
    @Override
    public Uni<Void> takenBack(Tx tx, UUID orderId, Supplier<Uni<PurchaseOrder>> taking) {
        return toPay(tx, orderId)
                .chain(taking::get)
                .chain(order -> toPay(tx, orderId)
                        .chain(invoices -> OneByOne.each(
                                invoices,
                                invoice -> sources.asItIs(tx, invoice)
                                        .chain(source -> SupplierInvoices.findings(tx, invoice, source))
                                        .invoke(found -> invoice.question(found, tx.by())))));
    }

    /** Locked. */
    private static Uni<List<SupplierInvoice>> toPay(Tx tx, UUID orderId) {
        return tx.session()
                .createSelectionQuery(TO_PAY, UUID.class)
                .setParameter("order", orderId)
                .getResultList()
                .chain(ids -> {
                    List<SupplierInvoice> loaded = new ArrayList<>();
                    return OneByOne.each(
                                    ids,
                                    id -> tx.load(SupplierInvoice.class, id).invoke(loaded::add))
                            .replaceWith(() -> loaded.stream()
                                    .filter(SupplierInvoice::isToPay)
                                    .toList());
                });
    }
}
