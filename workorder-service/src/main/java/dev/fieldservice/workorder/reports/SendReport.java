package dev.fieldservice.workorder.reports;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a report is to be sent: a contact of the customer, or an address. */
@Schema(name = "SendReport")
public record SendReport(
        @Schema(
                nullable = true,
                description =
                        "A contact of the customer of the job; `name` and `language` are theirs unless said otherwise")
        UUID contactId,

        @Email
        @Size(min = 3, max = 254)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                format = "email",
                examples = "maria.ionescu@cotroceni.example",
                description = "Where there is no `contactId`")
        String to,

        @Size(min = 1, max = 200) @Pattern(regexp = Text.LINE) @Schema(nullable = true, examples = "Maria Ionescu")
        String name,

        @Size(max = 2)
        @Pattern(regexp = ReportLanguage.TAGS)
        @Schema(
                nullable = true,
                examples = "ro",
                description = "Of the mail and the report; otherwise the contact's, or those of the company")
        String language) {}
