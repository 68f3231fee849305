package dev.fieldservice.inventory.payables;

import static java.util.stream.Collectors.toMap;

import dev.fieldservice.inventory.purchases.PurchaseOrder;
import dev.fieldservice.inventory.purchases.PurchaseOrderLine;
import dev.fieldservice.inventory.returns.SupplierReturn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an invoice is held against: orders of a supplier, what went back to one, or nothing. */
record InvoiceSource(List<PurchaseOrder> orders, Optional<SupplierReturn> goingBack) {

    /** Nobody ordered or returned anything that it is for. */
    boolean isNothing() {
        return orders.isEmpty() && goingBack.isEmpty();
    }

    /** Of all its orders. */
    Map<UUID, PurchaseOrderLine> lines() {
        return orders.stream()
                .flatMap(order -> order.lines().stream())
                .collect(toMap(PurchaseOrderLine::id, line -> line));
    }

    /** To which order a line belongs. */
    Map<UUID, UUID> orderOfLines() {
        return orders.stream()
                .flatMap(order -> order.lines().stream().map(line -> Map.entry(line.id(), order.id())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
