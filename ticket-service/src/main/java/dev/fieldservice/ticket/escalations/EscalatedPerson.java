package dev.fieldservice.ticket.escalations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.ticket.contracts.Promise.Urgency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody of the company who is told, and of what. */
@Schema(name = "EscalatedPerson")
public record EscalatedPerson(
        @NotNull @Schema(description = "The subject of their access token")
        UUID personId,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Sorin Dima")
        String name,

        @NotNull @Email @Size(min = 3, max = 254) @Pattern(regexp = Text.LINE) @Schema(format = "email")
        String email,

        @NotNull @Schema(description = "false: no mail is sent to them until it is true again")
        Boolean enabled,

        @NotNull @Size(max = 15) List<@NotNull @Valid Level> levels) {

    /** How much of a promised time has to be over. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EscalationLevel")
    public record Level(
            @Schema(
                    nullable = true,
                    description = "Of requests of this priority; absent: of every priority for which nobody is named")
            Urgency priority,

            @NotNull @Min(50) @Max(100) @Schema(description = "50, 75 or 100")
            Integer percent) {}

    boolean isNamedFor(Urgency priority) {
        return levels.stream().anyMatch(level -> level.priority() == priority);
    }

    boolean isTold(Urgency priority, int percent) {
        return levels.contains(new Level(priority, percent));
    }
}
