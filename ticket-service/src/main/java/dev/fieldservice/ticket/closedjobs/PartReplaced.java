package dev.fieldservice.ticket.closedjobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.ticket.coverage.JobReport;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part that a closed job left in a machine, and what it took out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartReplaced")
public record PartReplaced(
        @Schema(examples = "FD-163") String partNumber,
        @Schema(examples = "Filtru deshidrator 3/8\"") String partName,
        Quantity quantity,

        @Schema(nullable = true, description = "Of the piece that was installed", examples = "FD163-25-10877")
        String installedSerial,

        @Schema(nullable = true, description = "Of the piece that was taken out", examples = "FD163-21-00412")
        String removedSerial,

        @Schema(nullable = true, description = "When it was used")
        Instant occurredAt) {

    static PartReplaced of(JobReport.Usage usage) {
        return new PartReplaced(
                usage.partNumber(),
                usage.partName(),
                usage.quantity(),
                usage.installedSerial(),
                usage.removedSerial(),
                usage.occurredAt());
    }
}
