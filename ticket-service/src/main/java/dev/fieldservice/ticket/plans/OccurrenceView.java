package dev.fieldservice.ticket.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one occurrence of a plan. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MaintenanceOccurrence")
public record OccurrenceView(
        UUID id,
        UUID planId,
        Occurrence.Outcome outcome,

        @Schema(
                description = "By what it is known in the plan: its day, or the count of the meter",
                examples = "2027-01-04")
        String cause,

        @Schema(description = "As the schedule has it") LocalDate plannedOn,

        @Schema(nullable = true, description = "When it is to be done; absent where it was skipped")
        LocalDate dueOn,

        DayReason reason,

        @Schema(nullable = true, description = "For people, where it is not simply done on its day")
        String words,

        @Schema(nullable = true) UUID ticketId,
        Instant decidedAt,

        @Schema(nullable = true, description = "When its work was over")
        LocalDate overOn,

        @Schema(nullable = true, description = "Once it is over: false where it was called off")
        Boolean done) {

    static OccurrenceView of(Occurrence o) {
        return new OccurrenceView(
                o.id(),
                o.planId,
                o.outcome,
                o.cause,
                o.plannedOn,
                o.dueOn,
                o.reason,
                o.words,
                o.ticketId,
                o.decidedAt,
                o.overOn,
                o.done);
    }
}
