package dev.fieldservice.platform.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of commands that must say why. */
public record Reason(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = LINES)
        @Schema(description = "Why, for those who read the history")
        String reason) {

    /** Several lines without other control characters, as events take it. */
    private static final String LINES = "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$";
}
