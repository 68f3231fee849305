package dev.fieldservice.billing.invoices;

import java.util.List;

/**
 * What was credited and is to be billed again.
 *
 * @param sums as they were credited, which is how they are billed; null if the prices and rules of now count
 */
public record BilledAgain(
        InvoiceCause cause, Preceding preceding, List<CreditedLine> lines, Totals sums, String reason) {

    /** By the prices and rules of now. */
    public static BilledAgain correcting(Invoice invoice, List<CreditedLine> lines, String reason) {
        return new BilledAgain(InvoiceCause.CORRECTION, Preceding.of(invoice), lines, null, reason);
    }

    /** As it was, because a credit note was wrong. */
    public static BilledAgain reversing(Preceding note, List<CreditedLine> lines, Totals sums, String reason) {
        return new BilledAgain(InvoiceCause.CREDIT_REVERSED, note, lines, sums, reason);
    }
}
