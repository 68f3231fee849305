package dev.fieldservice.workorder.labour;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Proposals that are recorded as they are, or corrected. */
@Schema(name = "AcceptedTimes")
public record AcceptedTimes(
        @Schema(nullable = true, description = "Somebody who was there with the caller; the caller if absent")
        UUID technicianId,

        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid AcceptedTime> times) {

    /** What differs from the proposal is a correction. */
    @Schema(name = "AcceptedTime")
    public record AcceptedTime(
            @NotNull @Schema(description = "The startedAt of the proposal that is meant")
            Instant proposedStart,

            @Schema(nullable = true, description = "As proposed if absent")
            TimeEntry.Kind kind,

            @Schema(nullable = true, description = "As proposed if absent")
            Instant startedAt,

            @Schema(nullable = true, description = "As proposed if absent; at most 24 hours after it starts")
            Instant endedAt,

            @DecimalMin("0.1")
            @DecimalMax("2000")
            @Digits(integer = 4, fraction = 1)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    type = SchemaType.STRING,
                    nullable = true,
                    description = "Of TRAVEL, as the driver read it; nothing is proposed, and it needs no reason",
                    maxLength = 6,
                    examples = "12.5")
            BigDecimal kilometres,

            @Size(min = 1, max = 500)
            @Pattern(regexp = Text.LINES)
            @Schema(nullable = true, description = "Why it is recorded otherwise than proposed; needed then")
            String reason) {

        NewTimeEntry entry(TimeProposal proposal) {
            return new NewTimeEntry(
                    Optional.ofNullable(kind).orElse(proposal.kind()),
                    proposal.technicianId(),
                    Optional.ofNullable(startedAt).orElse(proposal.startedAt()),
                    Optional.ofNullable(endedAt).orElse(proposal.endedAt()),
                    kilometres);
        }
    }
}
