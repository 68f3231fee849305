package dev.fieldservice.billing.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what was issued and has reached nobody, and what all of it comes to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UnsentDocuments")
public record UnsentDocuments(
        List<UnsentDocument> items,

        @Schema(nullable = true, description = "Send as cursor to read on; absent at the end")
        String nextCursor,

        @Schema(description = "How many there are on all pages", minimum = "0")
        long count,

        @Schema(
                description =
                        "What they come to on all pages, one sum for each currency; credit notes count as negative")
        List<Money> sums) {}
