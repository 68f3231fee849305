package dev.fieldservice.billing.invoices;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a draft says to its buyer. */
@Schema(name = "NoteForBuyer")
public record NoteForBuyer(
        @Size(min = 1, max = 300)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description = "On paper and in the XML (BT-22), in the words given here; nothing is said if absent",
                examples = "Vă mulțumim că plătiți în 15 zile.")
        String text) {}
