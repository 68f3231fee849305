package dev.fieldservice.ticket.customers;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the office remarks about a customer; no other system says it, and no list. */
public record CustomerRemarks(
        @Size(min = 1, max = 4000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description = "Absent, there are none",
                examples = "Plătește numai prin ordin de plată.")
        String notes,

        @NotNull
        @Size(max = 20)
        @Schema(description = "Words to find customers by; one twice counts once", examples = "[\"key-account\"]")
        List<@NotBlank @Size(max = 60) @Pattern(regexp = TAG) String> tags) {

    public static final String TAG = "^[a-z0-9-]+$";
}
