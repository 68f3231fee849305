package dev.fieldservice.platform.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the company wants to say. */
@Schema(name = "NewMailText")
public record NewMailText(
        @NotBlank @Size(max = 300) @Pattern(regexp = LINE) @Schema(examples = "About your request")
        String subject,

        @NotBlank
        @Size(max = 10_000)
        @Pattern(regexp = LINES)
        @Schema(examples = "Hello,\n\nwe write to you about your request.")
        String text) {

    private static final String LINE = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$";
    private static final String LINES = "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$";

    Wording wording() {
        return new Wording(subject, text.replace("\r\n", "\n").strip() + "\n");
    }
}
