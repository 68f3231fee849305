package dev.fieldservice.inventory.payables;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something in which an invoice is not what was ordered and came. @param lineId null if it is about the whole */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SupplierInvoiceFinding")
public record InvoiceFinding(
        Kind kind,

        @Schema(nullable = true, description = "Line of the order; absent if it is about the whole")
        UUID lineId,

        @Schema(description = "For people", examples = "R-449A: 12.000 KGM came, 20.000 are invoiced")
        String detail) {

    /** What is not as it should be. */
    @Schema(name = "SupplierInvoiceFindingKind")
    public enum Kind {
        /** More is asked for than came, by all invoices of the line together; or the line is none of the order any more. */
        MORE_THAN_RECEIVED,
        /** It was not ordered at this price; or by all invoices of the line together more is asked for than what came is worth. */
        OTHER_PRICE,
        /** Nobody ordered or returned anything that it is for: somebody else than who entered it approves it. */
        NO_ORDER,
        /** The lines, or what went back, do not add up to its net sum; or its tax is less than nothing, or more than any country asks for. */
        OTHER_SUM
    }
}
