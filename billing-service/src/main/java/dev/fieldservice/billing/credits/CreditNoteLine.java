package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.documents.LineText;
import dev.fieldservice.billing.invoices.BilledLine;
import dev.fieldservice.billing.invoices.CreditedLine;
import dev.fieldservice.billing.invoices.LineKind;
import dev.fieldservice.billing.invoices.Totals;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a credit note takes back of one line of its invoice. */
@Entity
public class CreditNoteLine {

    private static final String ONE_OF_IT = "C62";
    private static final int QUANTITY_DECIMALS = 3;

    /** Of a unit price; what is more is shown as it was billed. */
    static final BigDecimal HIGHEST_PRICE = new BigDecimal("9999999.99");

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    CreditNote creditNote;

    int position;
    UUID invoiceLineId;

    @Enumerated(EnumType.STRING)
    LineKind kind;

    String description;

    /** What the description words; null where somebody wrote it, and for what was drafted before it was kept. */
    @JdbcTypeCode(SqlTypes.JSON)
    LineText text;

    BigDecimal quantity;
    String unit;
    BigDecimal unitPrice;
    BigDecimal priceBase;
    BigDecimal net;

    @Enumerated(EnumType.STRING)
    TaxCategory taxCategory;

    BigDecimal taxPercent;
    String exemptionReason;

    /** How much of the line's quantity is not billed any more; none where only its price is reduced. */
    BigDecimal returned;

    protected CreditNoteLine() {}

    private CreditNoteLine(BilledLine billed, BigDecimal returned, BigDecimal net) {
        this.id = Ids.next();
        this.invoiceLineId = billed.id();
        this.kind = billed.kind();
        this.description = billed.description();
        this.text = billed.text();
        this.taxCategory = billed.taxCategory();
        this.taxPercent = billed.taxPercent();
        this.exemptionReason = billed.exemptionReason();
        this.returned = returned.setScale(QUANTITY_DECIMALS, RoundingMode.UNNECESSARY);
        this.net = net;
    }

    /** All that is left of a line. */
    static CreditNoteLine whole(BilledLine billed) {
        return returning(billed, billed.quantityLeft(), billed.netLeft());
    }

    /** So much of it at the price at which it was billed, as long as that is left; the last of it takes all that is left. */
    static CreditNoteLine quantity(BilledLine billed, BigDecimal quantity) {
        BigDecimal net = billed.net(quantity);
        boolean isLast = quantity.compareTo(billed.quantityLeft()) == 0;
        boolean isMore = net.abs().compareTo(billed.netLeft().abs()) > 0;
        return returning(billed, quantity, isLast || isMore ? billed.netLeft() : net);
    }

    /** Its price is reduced by so much; by all of it, it is not billed at all. */
    static CreditNoteLine amount(BilledLine billed, BigDecimal amount) {
        return amount.compareTo(billed.netLeft()) == 0
                ? whole(billed)
                : new CreditNoteLine(billed, BigDecimal.ZERO, amount).inOneSum();
    }

    /** What was reduced before, or rounded, is no quantity at the price any more, and is shown as one sum. */
    private static CreditNoteLine returning(BilledLine billed, BigDecimal quantity, BigDecimal net) {
        CreditNoteLine line = new CreditNoteLine(billed, quantity, net);
        boolean fits = net.signum() >= 0 && net.compareTo(HIGHEST_PRICE) <= 0;
        if (fits && (quantity.signum() == 0 || billed.net(quantity).compareTo(net) != 0)) {
            return line.inOneSum();
        }
        line.quantity = line.returned;
        line.unit = billed.unit();
        line.unitPrice = billed.unitPrice();
        line.priceBase = billed.priceBase();
        return line;
    }

    private CreditNoteLine inOneSum() {
        quantity = BigDecimal.ONE.setScale(QUANTITY_DECIMALS);
        unit = ONE_OF_IT;
        unitPrice = net;
        priceBase = BigDecimal.ONE.setScale(QUANTITY_DECIMALS);
        return this;
    }

    /** Says whether so much of it is still there to be credited. */
    boolean isLeftOf(BilledLine billed) {
        boolean isSameSide = net.signum() * billed.netLeft().signum() >= 0;
        return returned.compareTo(billed.quantityLeft()) <= 0
                && isSameSide
                && net.abs().compareTo(billed.netLeft().abs()) <= 0;
    }

    Totals.Taxed taxed() {
        return new Totals.Taxed(taxCategory, taxPercent, net, exemptionReason);
    }

    CreditedLine credited() {
        return new CreditedLine(
                id,
                invoiceLineId,
                description,
                text,
                quantity,
                unit,
                unitPrice,
                priceBase,
                net,
                taxCategory,
                taxPercent,
                exemptionReason,
                returned);
    }
}
