package dev.fieldservice.workorder.labour;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TimeEntry")
public record TimeEntryView(
        UUID id, UUID technicianId, String technicianName, TimeEntry.Kind kind, Instant startedAt, Instant endedAt) {

    public static TimeEntryView of(TimeEntry e) {
        return new TimeEntryView(e.id(), e.technicianId, e.technicianName, e.kind, e.startedAt, e.endedAt);
    }
}
