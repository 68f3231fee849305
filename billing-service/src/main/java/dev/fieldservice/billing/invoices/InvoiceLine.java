package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.Prices;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.billing.pricing.WorkKind;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;

/** One usage or time entry on an invoice. */
@Entity
public class InvoiceLine {

    private static final int QUANTITY_DECIMALS = 3;
    private static final int AMOUNT_DECIMALS = 2;

    /** In whole units of the currency. More is a slip of somebody's finger; a full invoice of such lines still adds up. */
    private static final BigDecimal MOST = new BigDecimal(100_000_000);

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
    BigDecimal net;

    @Enumerated(EnumType.STRING)
    TaxCategory taxCategory;

    BigDecimal taxPercent;
    UUID sourceId;
    UUID partId;

    protected InvoiceLine() {}

    InvoiceLine(Invoice invoice, int position, Bill.Item item, TaxCategory taxCategory) {
        this.id = Ids.next();
        this.invoice = invoice;
        this.position = position;
        this.kind = item.kind();
        this.description = item.description();
        this.quantity = item.quantity().setScale(QUANTITY_DECIMALS, RoundingMode.UNNECESSARY);
        this.unit = item.unit();
        this.taxCategory = taxCategory;
        this.sourceId = item.sourceId();
        this.partId = item.partId();
    }

    /** Net of a line is rounded once, half up (EN 16931, BT-131). One that cannot be true waits for a person, as if unpriced. */
    void price(Prices prices) {
        Optional<BigDecimal> price = switch (kind) {
            case PART -> prices.part(partId);
            case LABOUR -> prices.hour(WorkKind.LABOUR);
            case TRAVEL -> prices.hour(WorkKind.TRAVEL);
        };
        unitPrice = price.orElse(null);
        net = price.map(quantity::multiply)
                .map(exact -> exact.setScale(AMOUNT_DECIMALS, RoundingMode.HALF_UP))
                .filter(amount -> amount.compareTo(MOST) <= 0)
                .orElse(null);
        taxPercent = prices.taxPercent(taxCategory).orElse(null);
    }

    boolean isPriced() {
        return net != null && taxPercent != null;
    }

    /** What keeps the invoice from being issued, if this line does. */
    Optional<String> lacks() {
        if (isPriced()) {
            return Optional.empty();
        }
        String what =
                unitPrice == null ? "No price" : net == null ? "More than " + MOST.toPlainString() : "No tax rate";
        return Optional.of(what + ": " + description);
    }
}
