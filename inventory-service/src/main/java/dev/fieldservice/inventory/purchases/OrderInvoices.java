package dev.fieldservice.inventory.purchases;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Supplier;

/** What follows when there is less of an order than its invoices were held against. An invoice is locked before its order. */
public interface OrderInvoices {

    /** Holds what is to be paid of the order against what is left of it. @param taking locks the order and takes something back of it */
    Uni<Void> takenBack(Tx tx, UUID orderId, Supplier<Uni<PurchaseOrder>> taking);
}
