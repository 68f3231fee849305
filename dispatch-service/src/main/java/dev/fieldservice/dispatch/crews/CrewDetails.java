package dev.fieldservice.dispatch.crews;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about a crew. */
public record CrewDetails(
        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Frig București Vest")
        String name,

        @NotNull @Schema(description = "One of the members") UUID leadId,

        @NotEmpty @Size(max = 10) @Schema(description = "All who go, the lead included")
        List<@NotNull UUID> memberIds) {}
