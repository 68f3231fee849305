package dev.fieldservice.dispatch.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.dispatch.worktypes.PlannedPart;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to do the job, and when: technicians by name, or a crew. */
public record Assignment(
        @Size(min = 1, max = 10) @Schema(nullable = true, description = "Who goes; or give crewId")
        List<@NotNull UUID> technicianIds,

        @Schema(nullable = true, description = "The crew that goes, as it is now; or give technicianIds")
        UUID crewId,

        @Schema(nullable = true, description = "Who leads; without it the crew's lead, or the first technician")
        UUID leadId,

        @NotNull @Valid Window window,

        @Size(max = 200)
        @Schema(
                nullable = true,
                description =
                        "Parts to take along, none if empty. If absent, those of the work type, those that are left"
                                + " from the last visit, and of a visit that is planned anew those that it had; what is said once"
                                + " stays until something else is said.")
        List<@NotNull @Valid PlannedPart> plannedParts,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description = "Why the job is given to people none of whom has a skill that it requires. Kept in the"
                        + " history.")
        String skillOverrideReason) {

    /** Refused with 400 unless exactly one of the two ways to name a team is used. */
    void requireOneWay() {
        if ((technicianIds == null) == (crewId == null)) {
            throw Refusal.Invalid.field("/technicianIds", "one-of", "Give either technicianIds or crewId.")
                    .refused();
        }
    }

    @JsonIgnore
    boolean isForCrew() {
        return crewId != null;
    }

    Booking booking(Team team, Window requested) {
        return new Booking(team, requested, plannedParts);
    }

    /** Where the body says who goes. */
    String pointer() {
        return isForCrew() ? "/crewId" : "/technicianIds";
    }
}
