package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.billing.pricing.UnitPrice;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvoiceLine")
public record InvoiceLineView(
        int position,
        LineKind kind,
        String description,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "2.500")
        BigDecimal quantity,

        @Schema(description = "Unit code of UN/ECE Recommendation 20; HUR is an hour", examples = "KGM")
        String unit,

        @Schema(description = "A price or a tax rate is missing, or the amount is more than can be true")
        boolean unpriced,

        @Schema(nullable = true) UnitPrice unitPrice,

        @Schema(nullable = true, description = "Quantity times price, rounded half up")
        Money net,

        TaxCategory taxCategory,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, nullable = true, examples = "21.00")
        BigDecimal taxPercent,

        @Schema(description = "The usage or time entry that is billed")
        UUID sourceId) {

    static InvoiceLineView of(InvoiceLine l, String currency) {
        return new InvoiceLineView(
                l.position,
                l.kind,
                l.description,
                l.quantity,
                l.unit,
                !l.isPriced(),
                Optional.ofNullable(l.unitPrice)
                        .map(price -> new UnitPrice(price, currency))
                        .orElse(null),
                Optional.ofNullable(l.net).map(net -> new Money(net, currency)).orElse(null),
                l.taxCategory,
                l.taxPercent,
                l.sourceId);
    }
}
