package dev.fieldservice.inventory.payables;

import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** One of the orders of an invoice of several. */
@Entity
public class InvoicedOrder {

    @Id
    UUID id;

    UUID supplierInvoiceId;
    UUID purchaseOrderId;

    protected InvoicedOrder() {}

    InvoicedOrder(UUID invoice, UUID order) {
        this.id = Ids.next();
        this.supplierInvoiceId = invoice;
        this.purchaseOrderId = order;
    }
}
