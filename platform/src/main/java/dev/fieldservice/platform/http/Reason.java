package dev.fieldservice.platform.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of commands that must say why. */
public record Reason(
        @NotBlank @Size(max = 1000) @Schema(description = "Why, for those who read the history")
        String reason) {}
