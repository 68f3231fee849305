package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.documents.DocumentLanguage;
import dev.fieldservice.billing.exchangerates.Exchange;
import dev.fieldservice.contracts.CustomerRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What other documents say of an invoice.
 *
 * @param language null if it was issued before it was kept
 * @param siteCountry where the machine stands; null if it was not said
 * @param exchange by which its VAT was told in lei; null where it need not be
 * @param lineDays of each line, the day of the use or the work
 */
public record InvoiceFace(
        UUID id,
        DocumentLanguage language,
        String number,
        LocalDate issueDate,
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        CustomerRef buyer,
        Seller seller,
        LocalDate performedOn,
        String siteCountry,
        Exchange exchange,
        Map<UUID, LocalDate> lineDays) {

    public static InvoiceFace of(Invoice i) {
        return new InvoiceFace(
                i.id(),
                i.language,
                i.number,
                i.issueDate,
                i.orderId,
                i.orderNumber,
                i.ticketId,
                i.ticketNumber,
                i.buyer,
                i.seller,
                i.performedOn,
                i.siteCountry,
                i.exchange,
                i.lines.stream().collect(Collectors.toMap(line -> line.id, line -> line.performedOn)));
    }

    public Set<UUID> lineIds() {
        return lineDays.keySet();
    }
}
