package dev.fieldservice.ticket.assethistory;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.ticket.closedjobs.PartReplaced;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something in the life of a machine; what does not belong to its kind is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AssetHistoryEntry")
public record AssetHistoryEntry(
        Kind kind,

        @Schema(description = "Of the ticket, service order, reading, warranty, contract or step of the history")
        UUID id,

        @Schema(description = "The machine, or its part that this is about")
        UUID assetId,

        @Schema(
                description =
                        "When the ticket was opened, the job closed, the meter read, the machine changed; the beginning of the first"
                                + " day of a warranty or contract by the site's clock")
        Instant at,

        @Schema(nullable = true, description = "Of the ticket, service order or contract", examples = "SO-2026-000042")
        String number,

        @Schema(
                nullable = true,
                description =
                        "State of the ticket or contract, outcome of the job, kind of the reading, what was done to the machine",
                examples = "COMPLETE")
        String state,

        @Schema(
                nullable = true,
                description =
                        "What the ticket asks for, what the warranty or contract is called, why or how the machine was changed",
                examples = "Chillerul de lactate pierde agent frigorific")
        String words,

        @Schema(nullable = true, description = "Who changed the machine", examples = "Dana Marin")
        String by,

        @Schema(nullable = true, description = "The ticket that the job was for")
        UUID ticketId,

        @Schema(nullable = true, description = "The first day of the warranty or contract")
        LocalDate validFrom,

        @Schema(nullable = true, description = "Its last day; absent where it has no end")
        LocalDate validThrough,

        @Schema(nullable = true, description = "When the warranty was withdrawn")
        Instant withdrawnAt,

        @Schema(nullable = true, description = "What the meter counts", examples = "h")
        String unit,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(nullable = true, type = SchemaType.STRING, description = "What it showed", examples = "5212.5")
        BigDecimal reading,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                nullable = true,
                type = SchemaType.STRING,
                description = "What all meters of this unit have counted on the machine",
                examples = "5212.5")
        BigDecimal total,

        @Schema(
                nullable = true,
                maxItems = 1000,
                description = "What the job used; absent for one that was closed before this was kept")
        List<PartReplaced> parts) {

    @Schema(name = "AssetHistoryKind")
    public enum Kind {
        TICKET,
        JOB,
        METER_READING,
        WARRANTY,
        CONTRACT,
        /** Registered, changed, moved, retired or reinstated. */
        ASSET
    }
}
