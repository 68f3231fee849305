package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.documents.DocumentLanguage;
import dev.fieldservice.billing.documents.LineText;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.billing.pricing.TaxLevel;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A usage, a stretch of a time entry, what a rule charges for a visit or the whole job, or what a person added, on an invoice. */
@Entity
public class InvoiceLine {

    private static final int QUANTITY_DECIMALS = 3;

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    Invoice invoice;

    int position;

    @Enumerated(EnumType.STRING)
    LineKind kind;

    String description;

    /** What the description words; null where somebody wrote it, and for lines of before it was kept. */
    @JdbcTypeCode(SqlTypes.JSON)
    LineText text;

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

    /** Of time, the moment whose band counts; null for all else, and for lines of before it was kept. */
    Instant beganAt;

    /** Null for lines of before it was kept, until they are priced anew. */
    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

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

    InvoiceLine(Invoice invoice, Charge charge) {
        this.id = Ids.next();
        this.invoice = invoice;
        this.kind = charge.kind();
        this.priceBase = charge.priceBase().setScale(QUANTITY_DECIMALS, RoundingMode.UNNECESSARY);
        this.unit = charge.unit();
        this.performedOn = charge.performedOn();
        this.sourceId = charge.origin().id();
        this.partId = charge.partId();
        this.beganAt = charge.beganAt();
        take(charge);
    }

    /** Charges this by the rules of now. */
    final void take(Charge charge) {
        text = charge.text();
        description = text == null ? charge.description() : text.in(invoice.language);
        quantity = charge.quantity().setScale(QUANTITY_DECIMALS, RoundingMode.UNNECESSARY);
        provenance = new Provenance(charge.origin(), null, null);
    }

    /** Says the same in this language, unless somebody wrote it. */
    void say(DocumentLanguage language) {
        text = text().orElse(null);
        description = text().map(data -> data.in(language)).orElse(description);
    }

    /** Empty where somebody wrote what it says. */
    Optional<LineText> text() {
        return Optional.ofNullable(text).filter(data -> data.says(description));
    }

    /** Whether it charges as much already, in whatever words. */
    boolean charges(Charge charge) {
        return quantity.compareTo(charge.quantity()) == 0;
    }

    Charge.Key key() {
        return new Charge.Key(kind, sourceId, performedOn, beganAt);
    }

    /** Whether it is there by the work and the rules alone, and follows both; what is credited or billed again stays as it is. */
    boolean followsWork() {
        return sourceId != null && againOf == null && !isByHand() && !isCredited();
    }

    /** Whether a person had a hand in it. */
    boolean isByHand() {
        return !changes.items().isEmpty();
    }

    /** Null for lines of before it was kept. */
    LineOrigin origin() {
        return Optional.ofNullable(provenance).map(Provenance::origin).orElse(null);
    }

    /** The same, or a part of it, at another place: whoever calls says what differs. */
    InvoiceLine(Invoice invoice, int position, InvoiceLine like) {
        this.id = Ids.next();
        this.invoice = invoice;
        this.position = position;
        this.kind = like.kind;
        this.description = like.description;
        this.text = like.text;
        this.quantity = like.quantity;
        this.unit = like.unit;
        this.priceBase = like.priceBase;
        this.performedOn = like.performedOn;
        this.sourceId = like.sourceId;
        this.partId = like.partId;
        this.beganAt = like.beganAt;
        this.provenance = like.provenance;
        this.share = like.share;
        this.againOf = like.againOf;
        this.givenPrice = like.givenPrice;
        this.givenCategory = like.givenCategory;
        this.givenLevel = like.givenLevel;
        this.givenExemption = like.givenExemption;
    }

    /** The same line on another draft, with all that was done with it. */
    InvoiceLine on(Invoice another, int place) {
        InvoiceLine line = new InvoiceLine(another, place, this);
        line.id = id;
        line.unitPrice = unitPrice;
        line.net = net;
        line.taxCategory = taxCategory;
        line.taxPercent = taxPercent;
        line.exemptionReason = exemptionReason;
        line.takenOut = takenOut;
        line.asBilled = asBilled;
        line.changes = changes;
        return line;
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

    void price(Pricing by) {
        if (asBilled) {
            return;
        }
        LineAmounts now = LineAmounts.of(this, by);
        unitPrice = now.unitPrice();
        net = now.net();
        taxCategory = now.tax().category();
        exemptionReason = now.tax().exemptionReason();
        taxPercent = now.taxPercent();
        provenance = now.provenance();
    }

    /** Says whether these prices would change nothing that is billed. */
    boolean isPricedBy(Pricing by) {
        return takenOut || asBilled || isCredited() || LineAmounts.of(this, by).equal(LineAmounts.on(this));
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
