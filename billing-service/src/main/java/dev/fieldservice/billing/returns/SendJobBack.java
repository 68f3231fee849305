package dev.fieldservice.billing.returns;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has to be put right before a job is billed. */
@Schema(name = "SendJobBack")
public record SendJobBack(
        @NotNull JobShortcoming shortcoming,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                description = "What exactly, for the reviewer and the technicians",
                examples = "Deplasarea este trecută de două ori")
        String reason) {}
