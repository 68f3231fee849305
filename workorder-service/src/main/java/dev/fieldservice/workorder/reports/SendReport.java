package dev.fieldservice.workorder.reports;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a report is to be sent. */
@Schema(name = "SendReport")
public record SendReport(
        @NotBlank
        @Email
        @Size(min = 3, max = 254)
        @Pattern(regexp = Text.LINE)
        @Schema(format = "email", examples = "maria.ionescu@cotroceni.example")
        String to,

        @Size(min = 1, max = 200) @Pattern(regexp = Text.LINE) @Schema(nullable = true, examples = "Maria Ionescu")
        String name,

        @Size(max = 2)
        @Pattern(regexp = ReportLanguage.TAGS)
        @Schema(
                nullable = true,
                examples = "ro",
                description = "Of the mail and the report; otherwise those of the company")
        String language) {}
