package dev.fieldservice.billing.bankstatements;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file from the bank. */
public record NewBankStatement(
        @NotNull StatementFormat format,

        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "What the file is called", examples = "extras-2026-03-12.xml")
        String name,

        @NotBlank
        @Size(max = 900_000)
        @Pattern(regexp = "^[A-Za-z0-9+/=\\r\\n]+$")
        @Schema(
                description =
                        "The file, base64. CSV: UTF-8; the first line names the columns date, amount and currency, and as far as known"
                                + " payer, iban, text and reference, in any order. At most 1000 entries",
                examples = "ZGF0ZSxhbW91bnQsY3VycmVuY3kKMjAyNi0wMy0xMiwyMTcuODAsUk9OCg==")
        String content,

        @Schema(nullable = true, description = "True: tell what would become of it, and record nothing")
        Boolean dryRun) {

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    byte[] file() {
        try {
            return Base64.getDecoder().decode(content.replaceAll("\\r?\\n", ""));
        } catch (IllegalArgumentException notBase64) {
            throw Refusal.RuleViolated.at("/content", "not-base64", "The content is not base64.");
        }
    }
}
