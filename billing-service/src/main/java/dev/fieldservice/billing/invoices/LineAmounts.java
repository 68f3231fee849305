package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.AppliedRule;
import dev.fieldservice.billing.pricing.Asked;
import dev.fieldservice.billing.pricing.Quote;
import dev.fieldservice.billing.pricing.Tax;
import dev.fieldservice.billing.pricing.TaxLevel;
import dev.fieldservice.billing.pricing.TaxReason;
import dev.fieldservice.billing.pricing.Taxed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** What a line comes to, and why; what is missing or cannot be true is null. */
record LineAmounts(BigDecimal unitPrice, BigDecimal net, Tax tax, BigDecimal taxPercent, Provenance provenance) {

    /** In whole units of the currency. More is a slip of somebody's finger; a full invoice of such lines still adds up. */
    static final BigDecimal MOST = new BigDecimal(100_000_000);

    private static final int DECIMALS = 2;

    /** Net of a line is rounded once, half up (EN 16931, BT-131). One that cannot be true waits for a person, as if unpriced. */
    static LineAmounts of(InvoiceLine line, Pricing by) {
        Quote quote = quote(line, by);
        Taxed taxed = line.givenCategory == null
                ? by.prices().tax(by.sale(), line.partId, line.kind.work(), line.performedOn)
                : Taxed.by(TaxReason.Basis.GIVEN, Tax.of(line.givenCategory, line.givenLevel, line.givenExemption));
        BigDecimal net = quote.unitPrice()
                .map(line.quantity::multiply)
                .map(forBase -> forBase.divide(line.priceBase, DECIMALS, RoundingMode.HALF_UP))
                .filter(each -> each.compareTo(MOST) <= 0)
                .orElse(null);
        return new LineAmounts(
                quote.unitPrice().orElse(null),
                net,
                taxed.tax(),
                by.prices().taxPercent(taxed.tax(), line.performedOn).orElse(null),
                new Provenance(line.origin(), quote.why(), by.prices().reason(taxed, line.performedOn)));
    }

    private static Quote quote(InvoiceLine line, Pricing by) {
        if (line.givenPrice != null) {
            return Quote.given(line.givenPrice);
        }
        return line.kind.charge() == null ? Quote.NONE : by.prices().quote(asked(line, by));
    }

    /** As it stands on the line. */
    static LineAmounts on(InvoiceLine line) {
        Tax tax = new Tax(line.taxCategory, TaxLevel.STANDARD, line.exemptionReason);
        return new LineAmounts(line.unitPrice, line.net, tax, line.taxPercent, line.provenance);
    }

    /** Whether they are the same but for the reasons. */
    boolean equal(LineAmounts other) {
        return same(unitPrice, other.unitPrice)
                && same(net, other.net)
                && same(taxPercent, other.taxPercent)
                && tax.category() == other.tax.category()
                && Objects.equals(tax.exemptionReason(), other.tax.exemptionReason());
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static Asked asked(InvoiceLine line, Pricing by) {
        AppliedRule covered =
                by.coverage().of(line.kind.charge(), line.sourceId).orElse(null);
        return new Asked(line.kind.charge(), line.partId, line.performedOn, by.time(line.beganAt), by.deal(), covered);
    }
}
