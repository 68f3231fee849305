package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.workorder.workorders.Shortcoming;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What keeps the reviewer from closing the job. */
@Schema(name = "SendBack")
public record SendBack(
        @NotNull Shortcoming shortcoming,

        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "What exactly, for the technicians", examples = "Descrieți proba de etanșeitate")
        String reason) {}
