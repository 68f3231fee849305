package dev.fieldservice.billing.reminders;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a reminder goes. */
public record Acceptance(
        @Email
        @Size(min = 3, max = 254)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                format = "email",
                description = "Where the newest invoice says that invoices are sent, if left out",
                examples = "contabilitate@cotroceni.example")
        String to) {}
