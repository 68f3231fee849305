package dev.fieldservice.ticket.customerimports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.imports.RowOutcome;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "CustomerImportRow",
        description = "What became of a row of a list of customers, or would become in a dry run")
public record CustomerImportRowView(
        UUID id,

        @Schema(description = "1 for the first after the names; lines without anything do not count")
        int row,

        @Schema(nullable = true, description = "As it was sent; of a long one the beginning")
        String externalId,

        @Schema(nullable = true, description = "Absent as long as nothing has become of it")
        RowOutcome outcome,

        @Schema(nullable = true) UUID customerId,

        @Schema(nullable = true, description = "The column that is wrong; absent where it is the row as a whole")
        String field,

        @Schema(nullable = true, description = "Why it was rejected: as in the problem that answers a single customer")
        String code,

        @Schema(nullable = true, description = "The same in words")
        String detail) {}
