package dev.fieldservice.workorder.visits;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Visit")
public record VisitView(
        UUID appointmentId,
        VisitLifecycle.State state,
        @Schema(nullable = true) Milestone travel,
        @Schema(nullable = true) Milestone arrival,
        @Schema(nullable = true) Milestone start,
        @Schema(nullable = true) Milestone end,
        @Schema(nullable = true) Outcome outcome,

        @Schema(nullable = true, description = "What was found, in the words of whoever was there")
        String found,

        @Schema(nullable = true, description = "What was done")
        String done) {

    /** But for what was found and done. */
    public static VisitView of(Visit v) {
        return of(v, new Account(v.appointmentId, null, null));
    }

    public static VisitView of(Visit v, Account told) {
        return new VisitView(
                v.appointmentId,
                v.state,
                v.travel,
                v.arrival,
                v.startOfWork,
                v.endOfWork,
                v.outcome,
                told.found(),
                told.done());
    }
}
