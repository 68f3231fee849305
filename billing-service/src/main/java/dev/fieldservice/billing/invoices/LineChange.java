package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.platform.aggregates.By;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was done with a line of a draft, by whom, when and why, and what it said before. Of the tax nothing was kept at first.
 *
 * @param unitPrice null if it had none
 * @param taxPercent null if there was no rate
 * @param exemptionReason null where nothing had to be said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvoiceLineChange")
public record LineChange(
        Kind kind,

        @Schema(description = "As it was before") String description,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "As it was before", examples = "2.500")
        BigDecimal quantity,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, nullable = true, description = "As it was before", examples = "214.55")
        BigDecimal unitPrice,

        @Schema(nullable = true, description = "Whether the price was given by a person; absent if it was not kept")
        Boolean priceGiven,

        @Schema(nullable = true, description = "As it was before; absent if it was not kept")
        TaxCategory taxCategory,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, nullable = true, description = "As it was before", examples = "21.00")
        BigDecimal taxPercent,

        @Schema(nullable = true, description = "As it was before")
        String exemptionReason,

        @Schema(nullable = true, description = "Whether the tax was given by a person; absent if it was not kept")
        Boolean taxGiven,

        String reason,
        UUID by,
        String name,
        Instant at) {

    @Schema(name = "InvoiceLineChangeKind")
    public enum Kind {
        CORRECTED,
        /** A person added it; it said nothing before. */
        ADDED,
        /** A part of it became a line of its own. */
        SPLIT,
        /** It came from another draft. */
        MOVED,
        /** It is not billed; it stays to be seen. */
        TAKEN_OUT,
        PUT_BACK,
        /** It was given in a currency that the invoice no longer has. */
        PRICE_DROPPED;

        /** A person says what is right, or says it for the first time. */
        static Kind of(InvoiceLine line) {
            return line.sourceId == null && line.unitPrice == null ? ADDED : CORRECTED;
        }
    }

    static LineChange of(Kind kind, InvoiceLine line, String reason, By by) {
        return new LineChange(
                kind,
                line.description,
                line.quantity,
                Optional.ofNullable(line.unitPrice)
                        .map(price -> new UnitPrice(price, line.invoice.currency()).amount())
                        .orElse(null),
                line.givenPrice != null,
                line.taxCategory,
                line.taxPercent,
                line.exemptionReason,
                line.isTaxGiven(),
                reason,
                by.id(),
                by.caller().name(),
                by.at());
    }

    /** As they are stored, oldest first. */
    record All(List<LineChange> items) {
        static final All NONE = new All(List.of());

        All with(LineChange more) {
            return new All(Stream.concat(items.stream(), Stream.of(more)).toList());
        }
    }
}
