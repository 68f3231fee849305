package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.contracts.CustomerRef;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What other documents say of an invoice. */
public record InvoiceFace(
        UUID id,
        String number,
        LocalDate issueDate,
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        CustomerRef buyer,
        Seller seller,
        Set<UUID> lineIds) {

    public static InvoiceFace of(Invoice i) {
        return new InvoiceFace(
                i.id(),
                i.number,
                i.issueDate,
                i.orderId,
                i.orderNumber,
                i.ticketId,
                i.ticketNumber,
                i.buyer,
                i.seller,
                i.lines.stream().map(line -> line.id).collect(Collectors.toSet()));
    }
}
