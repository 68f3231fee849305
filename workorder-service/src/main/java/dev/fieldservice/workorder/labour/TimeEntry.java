package dev.fieldservice.workorder.labour;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.visits.DeviceTime;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of time that one technician spent on the job. */
@Entity
public class TimeEntry {

    @Schema(name = "TimeEntryKind")
    public enum Kind {
        LABOUR,
        TRAVEL
    }

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration OLDEST = Duration.ofDays(365);

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    WorkOrder workOrder;

    UUID technicianId;
    String technicianName;

    @Enumerated(EnumType.STRING)
    Kind kind;

    Instant startedAt;
    Instant endedAt;
    UUID recordedBy;
    Instant recordedAt;

    protected TimeEntry() {}

    /** Refused with 422 where the times cannot be. */
    public static TimeEntry of(WorkOrder order, NewTimeEntry request, UUID technicianId, String technicianName, By by) {
        TimeEntry entry = new TimeEntry();
        entry.id = Ids.next();
        entry.workOrder = order;
        entry.technicianId = technicianId;
        entry.technicianName = technicianName;
        entry.kind = request.kind();
        entry.startedAt = DeviceTime.plausible("/startedAt", request.startedAt(), OLDEST, by);
        entry.endedAt = DeviceTime.plausible("/endedAt", request.endedAt(), OLDEST, by);
        entry.recordedBy = by.id();
        entry.recordedAt = by.at();
        Duration length = Duration.between(entry.startedAt, entry.endedAt);
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw refused("implausible-length", "It must end after it starts, and within 24 hours.");
        }
        return entry;
    }

    /** Nobody works twice at the same time; one entry may begin when another ends. */
    public void requireNoOverlap(List<TimeEntry> others) {
        boolean overlaps = others.stream()
                .anyMatch(other -> other.technicianId.equals(technicianId)
                        && other.startedAt.isBefore(endedAt)
                        && startedAt.isBefore(other.endedAt));
        if (overlaps) {
            throw refused("overlapping-time", "This technician has recorded a part of this time already.");
        }
    }

    /** For people who read the history. */
    public String words() {
        return "%s %s, %d min"
                .formatted(
                        technicianName,
                        kind,
                        Duration.between(startedAt, endedAt).toMinutes());
    }

    private static RuntimeException refused(String code, String detail) {
        return new Refusal.RuleViolated(code, detail, List.of(new FieldError("/endedAt", code, detail))).refused();
    }
}
