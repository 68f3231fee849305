package dev.fieldservice.platform.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a list that somebody has sent. It has no name as a schema: services without lists would describe it, too. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListReport(
        UUID id,
        ImportState state,

        @Schema(description = "Nothing is entered: the figures say what would become of the rows")
        boolean dryRun,

        @Schema(description = "Of the file") String sha256,

        @Schema(description = "Of the list, without the line of names")
        int rows,

        @Schema(description = "Rows of what is new") int created,
        @Schema(description = "Rows of what was otherwise") int changed,

        @Schema(description = "Rows of what was as the list says; all of them where the same list comes again")
        int unchanged,

        @Schema(description = "Rows that were not taken") int rejected,
        Instant sentAt,
        String sentBy,

        @Schema(nullable = true, description = "When the last row was done")
        Instant endedAt) {}
