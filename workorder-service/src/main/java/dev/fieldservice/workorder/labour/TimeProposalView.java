package dev.fieldservice.workorder.labour;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TimeProposal", description = "How somebody spent their time, as the steps of the visit tell")
public record TimeProposalView(
        UUID appointmentId,
        UUID technicianId,
        String technicianName,
        TimeEntry.Kind kind,
        Instant startedAt,
        Instant endedAt,

        @Schema(description = "Whole ones, between the two instants")
        long minutes) {

    static TimeProposalView of(TimeProposal p) {
        return new TimeProposalView(
                p.appointmentId(),
                p.technicianId(),
                p.technicianName(),
                p.kind(),
                p.startedAt(),
                p.endedAt(),
                p.length().toMinutes());
    }
}
