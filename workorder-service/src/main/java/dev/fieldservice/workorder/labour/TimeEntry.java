package dev.fieldservice.workorder.labour;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.DeviceTime;
import dev.fieldservice.workorder.workorders.Entry;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of time that one technician spent on the job. */
@Entity
public class TimeEntry extends Entry {

    @Schema(name = "TimeEntryKind")
    public enum Kind {
        LABOUR,
        TRAVEL
    }

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration OLDEST = Duration.ofDays(365);

    UUID technicianId;
    String technicianName;

    @Enumerated(EnumType.STRING)
    Kind kind;

    Instant startedAt;
    Instant endedAt;
    UUID recordedBy;

    protected TimeEntry() {}

    private TimeEntry(WorkOrder order, By by) {
        super(order, "time-entries", order.isUnderWay() || order.isOccupying(), by);
        this.recordedBy = by.id();
    }

    /** Refused with 422 where the times cannot be, or whose they are is not of the crew. */
    public static TimeEntry of(WorkOrder order, NewTimeEntry request, By by) {
        TimeEntry entry = new TimeEntry(order, by);
        entry.kind = request.kind();
        entry.technicianId = Optional.ofNullable(request.technicianId()).orElse(by.id());
        entry.technicianName = order.technician(entry.technicianId)
                .map(Assignment.Technician::name)
                .orElseThrow(TimeEntry::notOfTheCrew);
        entry.startedAt = DeviceTime.plausible("/startedAt", request.startedAt(), OLDEST, by);
        entry.endedAt = DeviceTime.plausible("/endedAt", request.endedAt(), OLDEST, by);
        Duration length = Duration.between(entry.startedAt, entry.endedAt);
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw Refusal.RuleViolated.at(
                    "/endedAt", "implausible-length", "It must end after it starts, and within 24 hours.");
        }
        entry.recorded("RECORD_TIME", by.at(), entry.words(), by);
        return entry;
    }

    /** For people who read the history. */
    private String words() {
        return "%s %s, %d min"
                .formatted(
                        technicianName,
                        kind,
                        Duration.between(startedAt, endedAt).toMinutes());
    }

    private static Refused notOfTheCrew() {
        return Refusal.RuleViolated.at(
                "/technicianId", "unknown-reference", "Time can be recorded for technicians of this work order only.");
    }
}
