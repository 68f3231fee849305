package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvoiceLine")
public record InvoiceLineView(
        UUID id,
        int position,

        @Schema(description = "What the line takes now, as it stands in the URL")
        List<String> allowedCommands,

        LineKind kind,

        @Schema(description = "In the language of the invoice, or as somebody wrote it")
        String description,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "2.500")
        BigDecimal quantity,

        @Schema(description = "Unit code of UN/ECE Recommendation 20; MIN is a minute", examples = "KGM")
        String unit,

        @Schema(description = "The day of the use or the work, by the site's clock; its price and tax rate count")
        LocalDate performedOn,

        @Schema(description = "A price or a tax rate is missing, or the amount is more than can be true")
        boolean unpriced,

        @Schema(nullable = true) UnitPrice unitPrice,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "The price is for so many of the unit: an hourly rate for 60 minutes",
                examples = "60.000")
        BigDecimal priceBaseQuantity,

        @Schema(nullable = true, description = "Quantity by price base quantity times price, rounded half up, once")
        Money net,

        TaxCategory taxCategory,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, nullable = true, examples = "21.00")
        BigDecimal taxPercent,

        @Schema(nullable = true, description = "Why it is not taxed")
        String exemptionReason,

        @Schema(
                nullable = true,
                description =
                        "The usage or time entry that is billed, or the job of a fixed price; absent if a person added it")
        UUID sourceId,

        @Schema(
                nullable = true,
                description = "Absent for lines of before it was kept, and for sums that are billed again")
        ProvenanceView provenance,

        @Schema(description = "The price was given by a person and does not follow the price list")
        boolean priceGiven,

        @Schema(description = "The tax was given by a person and does not follow the rules")
        boolean taxGiven,

        @Schema(description = "Left out of what is billed, and of the totals")
        boolean takenOut,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "How much of it credit notes took back", examples = "0.000")
        BigDecimal creditedQuantity,

        @Schema(nullable = true, description = "What credit notes took back of its net; absent as long as it has none")
        Money creditedNet,

        @Schema(description = "What was done with it, oldest first")
        List<LineChange> changes) {

    static InvoiceLineView of(InvoiceLine l, Invoice i) {
        String currency = i.currency();
        return new InvoiceLineView(
                l.id,
                l.position,
                InvoiceLifecycle.wordsOfLine(i.state, l.takenOut),
                l.kind,
                l.description,
                l.quantity,
                l.unit,
                l.performedOn,
                !l.isPriced(),
                Optional.ofNullable(l.unitPrice)
                        .map(price -> new UnitPrice(price, currency))
                        .orElse(null),
                l.priceBase,
                Optional.ofNullable(l.net).map(net -> new Money(net, currency)).orElse(null),
                l.taxCategory,
                l.taxPercent,
                l.exemptionReason,
                l.sourceId,
                ProvenanceView.of(l),
                l.givenPrice != null,
                l.isTaxGiven(),
                l.takenOut,
                l.creditedQuantity.setScale(l.quantity.scale()),
                Optional.ofNullable(l.net)
                        .map(net -> new Money(l.creditedNet, currency))
                        .orElse(null),
                l.changes.items());
    }
}
