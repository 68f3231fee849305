package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.documents.LineText;
import dev.fieldservice.billing.pricing.TaxCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/**
 * A line of an issued invoice, and what is left of it to be credited.
 *
 * @param text what the description words; null where somebody wrote it
 * @param sourceId null if a person added it
 */
public record BilledLine(
        UUID id,
        int position,
        LineKind kind,
        String description,
        LineText text,
        String unit,
        BigDecimal unitPrice,
        BigDecimal priceBase,
        TaxCategory taxCategory,
        BigDecimal taxPercent,
        String exemptionReason,
        UUID sourceId,
        BigDecimal quantityLeft,
        BigDecimal netLeft) {

    private static final int AMOUNT_DECIMALS = 2;

    static BilledLine of(InvoiceLine line) {
        return new BilledLine(
                line.id,
                line.position,
                line.kind,
                line.description,
                line.text().orElse(null),
                line.unit,
                line.unitPrice,
                line.priceBase,
                line.taxCategory,
                line.taxPercent,
                line.exemptionReason,
                line.sourceId,
                line.quantity.subtract(line.creditedQuantity),
                line.net.subtract(line.creditedNet));
    }

    /** True if there is something of it that could be credited. */
    public boolean isLeft() {
        return quantityLeft.signum() > 0 || netLeft.signum() != 0;
    }

    /** What so much of it was billed at, rounded as it was. */
    public BigDecimal net(BigDecimal quantity) {
        return quantity.multiply(unitPrice).divide(priceBase, AMOUNT_DECIMALS, RoundingMode.HALF_UP);
    }
}
