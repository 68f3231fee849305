package dev.fieldservice.inventory.partimports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.inventory.partimports.PartImport.State;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartImport", description = "A list of parts that somebody has sent, and what became of it")
public record PartImportView(
        UUID id,
        State state,

        @Schema(description = "Nothing is entered: the figures say what would become of the parts")
        boolean dryRun,

        @Schema(description = "Of the file") String sha256,

        @Schema(description = "Of the list, without the line of names")
        int rows,

        @Schema(description = "Parts that are new") int created,
        @Schema(description = "Parts that were otherwise") int changed,

        @Schema(description = "Parts that were as the list says; all of them where the same list comes again")
        int unchanged,

        @Schema(description = "Rows that were not taken") int rejected,
        Instant sentAt,
        String sentBy,

        @Schema(nullable = true, description = "When the last row was done")
        Instant endedAt) {

    static PartImportView of(PartImport i) {
        return new PartImportView(
                i.id(),
                i.state,
                i.dryRun,
                i.sha256,
                i.rowCount,
                i.created,
                i.changed,
                i.unchanged,
                i.rejected,
                i.sentAt,
                i.sentBy,
                i.endedAt);
    }
}
