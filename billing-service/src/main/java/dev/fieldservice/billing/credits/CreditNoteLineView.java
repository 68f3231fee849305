package dev.fieldservice.billing.credits;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.invoices.LineKind;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CreditNoteLine")
public record CreditNoteLineView(
        UUID id,
        int position,

        @Schema(description = "The line of the invoice of which it takes back")
        UUID invoiceLineId,

        LineKind kind,
        String description,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "2.500")
        BigDecimal quantity,

        @Schema(
                description =
                        "Unit code of UN/ECE Recommendation 20; C62 where it is one sum, and no quantity at a price",
                examples = "KGM")
        String unit,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "In the currency of the credit note", examples = "214.5500")
        BigDecimal unitPrice,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "The price is for so many of the unit", examples = "60.000")
        BigDecimal priceBaseQuantity,

        Money net,
        TaxCategory taxCategory,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "21.00")
        BigDecimal taxPercent,

        @Schema(nullable = true, description = "Why it is not taxed")
        String exemptionReason,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description =
                        "How much of the line's quantity is not billed any more; 0 where only its price is reduced",
                examples = "1.000")
        BigDecimal returnedQuantity) {

    static CreditNoteLineView of(CreditNoteLine l, String currency) {
        return new CreditNoteLineView(
                l.id,
                l.position,
                l.invoiceLineId,
                l.kind,
                l.description,
                l.quantity,
                l.unit,
                l.unitPrice,
                l.priceBase,
                new Money(l.net, currency),
                l.taxCategory,
                l.taxPercent,
                l.exemptionReason,
                l.returned);
    }
}
