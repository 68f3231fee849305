package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.documents.LineText;
import dev.fieldservice.billing.pricing.TaxCategory;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What was taken back of a line of an invoice.
 *
 * @param id of the line of the credit note
 * @param lineId of the line of the invoice
 * @param text what the description words; null where somebody wrote it
 * @param returned how much of that line's quantity is not billed any more; zero where only its price was reduced
 */
public record CreditedLine(
        UUID id,
        UUID lineId,
        String description,
        LineText text,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        BigDecimal priceBase,
        BigDecimal net,
        TaxCategory taxCategory,
        BigDecimal taxPercent,
        String exemptionReason,
        BigDecimal returned) {

    public boolean isReturned() {
        return returned.signum() > 0;
    }
}
