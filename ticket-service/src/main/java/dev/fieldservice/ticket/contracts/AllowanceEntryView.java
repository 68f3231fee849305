package dev.fieldservice.ticket.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AllowanceEntry")
public record AllowanceEntryView(
        UUID id,
        UUID contractId,
        UUID ticketId,
        Allowance.Unit unit,
        AllowanceEntry.Kind kind,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "Visits, or minutes of hours; negative for what is taken",
                examples = "-120.000")
        BigDecimal amount,

        @Schema(description = "First day of the period that it counts for")
        LocalDate periodFrom,

        Instant at) {

    static AllowanceEntryView of(AllowanceEntry e) {
        return new AllowanceEntryView(e.id(), e.contractId, e.ticketId, e.unit, e.kind, e.amount, e.periodFrom, e.at);
    }
}
