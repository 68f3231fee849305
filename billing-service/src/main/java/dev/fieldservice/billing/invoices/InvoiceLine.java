package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.Prices;
import dev.fieldservice.billing.pricing.Sale;
import dev.fieldservice.billing.pricing.Tax;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.billing.pricing.TaxLevel;
import dev.fieldservice.billing.pricing.WorkKind;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One usage or time entry on an invoice, or what a person added. */
@Entity
public class InvoiceLine {

    private static final int QUANTITY_DECIMALS = 3;
    private static final int AMOUNT_DECIMALS = 2;

    /** In whole units of the currency. More is a slip of somebody's finger; a full invoice of such lines still adds up. */
    static final BigDecimal MOST = new BigDecimal(100_000_000);

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    Invoice invoice;

    int position;

    @Enumerated(EnumType.STRING)
    LineKind kind;

    String description;
    BigDecimal quantity;
    String unit;
    BigDecimal unitPrice;

    /** The price is for so many of the unit (EN 16931, BT-149): 60 minutes, one piece. */
    BigDecimal priceBase;

    BigDecimal net;

    @Enumerated(EnumType.STRING)
    TaxCategory taxCategory;

    BigDecimal taxPercent;

    /** Why it is not taxed, as the invoice says it; null where nothing has to be said. */
    String exemptionReason;

    /** Given by a person in place of what the rules say; null if they count. */
    @Enumerated(EnumType.STRING)
    TaxCategory givenCategory;

    /** Null for the standard rate. */
    @Enumerated(EnumType.STRING)
    TaxLevel givenLevel;

    String givenExemption;

    /** The day whose price and tax rate count. */
    LocalDate performedOn;

    UUID sourceId;
    UUID partId;

    /** Given by a person in place of that of the price list; null if that counts. */
    BigDecimal givenPrice;

    /** Not billed; it stays to be seen. */
    boolean takenOut;

    /** Which part of what was used or worked on one day; more than one where a line was split. */
    int share = 1;

    /** The line of a credit note of which it is billed again; null if it never was. */
    UUID againOf;

    /** Of a credit note that was wrong: billed as it was, and follows neither prices nor rules until it is corrected. */
    boolean asBilled;

    BigDecimal creditedQuantity = BigDecimal.ZERO;
    BigDecimal creditedNet = BigDecimal.ZERO;

    @JdbcTypeCode(SqlTypes.JSON)
    LineChange.All changes = LineChange.All.NONE;

    protected InvoiceLine() {}

    InvoiceLine(Invoice invoice, int position, Bill.Item item) {
        this.id = Ids.next();
        this.invoice = invoice;
        this.position = position;
        this.kind = item.kind();
        this.description = item.description();
        this.quantity = item.quantity().setScale(QUANTITY_DECIMALS, RoundingMode.UNNECESSARY);
        this.unit = item.unit();
        this.priceBase = item.priceBase().setScale(QUANTITY_DECIMALS, RoundingMode.UNNECESSARY);
        this.performedOn = item.performedOn();
        this.sourceId = item.sourceId();
        this.partId = item.partId();
    }

    /** The same, or a part of it, at another place: whoever calls says what differs. */
    InvoiceLine(Invoice invoice, int position, InvoiceLine like) {
        this.id = Ids.next();
        this.invoice = invoice;
        this.position = position;
        this.kind = like.kind;
        this.description = like.description;
        this.quantity = like.quantity;
        this.unit = like.unit;
        this.priceBase = like.priceBase;
        this.performedOn = like.performedOn;
        this.sourceId = like.sourceId;
        this.partId = like.partId;
        this.share = like.share;
        this.againOf = like.againOf;
        this.givenPrice = like.givenPrice;
        this.givenCategory = like.givenCategory;
        this.givenLevel = like.givenLevel;
        this.givenExemption = like.givenExemption;
    }

    /** Refused with 409 if it is taken out, with 422 where the correction cannot be. */
    void correct(LineCorrection correction, String currency, By by) {
        requireBilled(true);
        correction.requireFitting(unit, currency);
        correction.requireTax();
        correction.requireGiven(givenPrice != null, isTaxGiven());
        changed(LineChange.Kind.of(this), correction.reason(), by);
        asBilled = false;
        description = Optional.ofNullable(correction.description()).orElse(description);
        quantity = Optional.ofNullable(correction.quantity())
                .map(right -> right.setScale(QUANTITY_DECIMALS, RoundingMode.UNNECESSARY))
                .orElse(quantity);
        correctPrice(correction);
        correctTax(correction);
    }

    private void correctPrice(LineCorrection correction) {
        if (correction.takesBack(ByRule.PRICE)) {
            givenPrice = null;
        } else if (correction.unitPrice() != null) {
            givenPrice = correction.unitPrice().amount();
        }
    }

    private void correctTax(LineCorrection correction) {
        if (correction.takesBack(ByRule.TAX) || correction.taxCategory() != null) {
            givenCategory = correction.taxCategory();
            givenLevel = correction.taxLevel();
            givenExemption = correction.exemptionReason();
        }
    }

    boolean isTaxGiven() {
        return givenCategory != null;
    }

    /** A price given by hand was in a currency that the invoice no longer has. */
    void dropGivenPrice(String currency, By by) {
        if (givenPrice != null || asBilled) {
            String why = "The invoice is in %s now, it was in %s.".formatted(currency, invoice.currency());
            changed(LineChange.Kind.PRICE_DROPPED, why, by);
            givenPrice = null;
            asBilled = false;
        }
    }

    void takeOut(String reason, By by) {
        requireBilled(true);
        changed(LineChange.Kind.TAKEN_OUT, reason, by);
        takenOut = true;
    }

    void putBack(String reason, By by) {
        requireBilled(false);
        changed(LineChange.Kind.PUT_BACK, reason, by);
        takenOut = false;
    }

    void changed(LineChange.Kind kind, String reason, By by) {
        changes = changes.with(LineChange.of(kind, this, reason, by));
    }

    private void requireBilled(boolean wanted) {
        if (isBilled() != wanted) {
            throw new Refusal.Conflict(
                            takenOut ? "taken-out" : "not-taken-out",
                            takenOut ? "The line is taken out. Put it back first." : "The line is not taken out.")
                    .refused();
        }
    }

    /** Says whether it counts for the sums. */
    boolean isBilled() {
        return !takenOut;
    }

    /** What a line comes to; what is missing or cannot be true is null. */
    private record Amounts(BigDecimal unitPrice, BigDecimal net, Tax tax, BigDecimal taxPercent) {

        boolean equal(Amounts other) {
            return same(unitPrice, other.unitPrice)
                    && same(net, other.net)
                    && same(taxPercent, other.taxPercent)
                    && tax.category() == other.tax.category()
                    && Objects.equals(tax.exemptionReason(), other.tax.exemptionReason());
        }

        private static boolean same(BigDecimal one, BigDecimal other) {
            return one == null || other == null ? one == other : one.compareTo(other) == 0;
        }
    }

    void price(Prices prices, Sale sale) {
        if (asBilled) {
            return;
        }
        Amounts now = by(prices, sale);
        unitPrice = now.unitPrice();
        net = now.net();
        taxCategory = now.tax().category();
        exemptionReason = now.tax().exemptionReason();
        taxPercent = now.taxPercent();
    }

    /** Says whether these prices would change nothing that is billed. */
    boolean isPricedBy(Prices prices, Sale sale) {
        Tax tax = new Tax(taxCategory, TaxLevel.STANDARD, exemptionReason);
        return takenOut
                || asBilled
                || isCredited()
                || by(prices, sale).equal(new Amounts(unitPrice, net, tax, taxPercent));
    }

    /** Net of a line is rounded once, half up (EN 16931, BT-131). One that cannot be true waits for a person, as if unpriced. */
    private Amounts by(Prices prices, Sale sale) {
        Optional<BigDecimal> price = Optional.ofNullable(givenPrice).or(() -> listed(prices));
        BigDecimal amount = price.map(quantity::multiply)
                .map(forBase -> forBase.divide(priceBase, AMOUNT_DECIMALS, RoundingMode.HALF_UP))
                .filter(each -> each.compareTo(MOST) <= 0)
                .orElse(null);
        Tax tax = givenCategory == null
                ? prices.tax(sale, partId, workKind(), performedOn)
                : Tax.of(givenCategory, givenLevel, givenExemption);
        return new Amounts(
                price.orElse(null),
                amount,
                tax,
                prices.taxPercent(tax, performedOn).orElse(null));
    }

    private Optional<BigDecimal> listed(Prices prices) {
        return switch (kind) {
            case PART -> Optional.ofNullable(partId).flatMap(part -> prices.part(part, performedOn));
            case LABOUR, TRAVEL -> prices.hour(workKind(), performedOn);
            case OTHER -> Optional.empty();
        };
    }

    /** Null for what is no work. */
    private WorkKind workKind() {
        return switch (kind) {
            case PART, OTHER -> null;
            case LABOUR -> WorkKind.LABOUR;
            case TRAVEL -> WorkKind.TRAVEL;
        };
    }

    boolean isPriced() {
        return net != null && taxPercent != null;
    }

    boolean isCredited() {
        return creditedQuantity.compareTo(quantity) == 0;
    }

    /** So much of it is not billed any more. @param returned zero where only its price is reduced */
    void credit(BigDecimal returned, BigDecimal amount) {
        creditedQuantity = creditedQuantity.add(returned);
        creditedNet = creditedNet.add(amount);
    }
}
