package dev.fieldservice.workorder.labour;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.Attendance;
import dev.fieldservice.workorder.visits.DeviceTime;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.workorders.Entry;
import dev.fieldservice.workorder.workorders.Reversal;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stretch of time that one technician spent on the job. */
@Entity
public class TimeEntry extends Entry {

    @Schema(name = "TimeEntryKind")
    public enum Kind {
        LABOUR,
        TRAVEL,
        BREAK,
        WAITING;

        /** What the customer signs and pays for. */
        boolean isCharged() {
            return switch (this) {
                case LABOUR, TRAVEL -> true;
                case BREAK, WAITING -> false;
            };
        }
    }

    private static final Duration LONGEST = Duration.ofHours(24);

    /** Kilometres an hour. */
    private static final BigDecimal FASTEST = new BigDecimal(200);

    private static final BigDecimal SECONDS_PER_HOUR = new BigDecimal(3600);

    UUID technicianId;
    String technicianName;

    @Enumerated(EnumType.STRING)
    Kind kind;

    Instant startedAt;
    Instant endedAt;

    /** How far they drove; null where they went along, or did not say. */
    BigDecimal kilometres;

    UUID recordedBy;

    /** In which visit it was spent; null in those of before it was kept. */
    UUID visitId;

    /** Null where it was not proposed, or is as it was. */
    @JdbcTypeCode(SqlTypes.JSON)
    Correction correction;

    /** Null for as long as it counts. */
    @JdbcTypeCode(SqlTypes.JSON)
    Reversal reversal;

    protected TimeEntry() {}

    private TimeEntry(WorkOrder order, boolean mayBeRecorded, By by) {
        super(order, "time-entries", mayBeRecorded, by);
        this.recordedBy = by.id();
    }

    /**
     * Refused with 422 where the times cannot be, or whose they are was not there with the caller.
     *
     * @param there the caller's visits
     */
    public static TimeEntry of(WorkOrder order, Attendance there, NewTimeEntry request, TimesConfig times, By by) {
        return of("", order, there, request, null, times, by);
    }

    /**
     * The same for what was proposed.
     *
     * @param at where it stands in the body
     * @param correction null if it is recorded as it was proposed
     */
    static TimeEntry of(
            String at,
            WorkOrder order,
            Attendance there,
            NewTimeEntry request,
            Correction correction,
            TimesConfig times,
            By by) {
        TimeEntry entry = new TimeEntry(order, isTaken(order, there), by);
        entry.kind = request.kind();
        entry.technicianId = Optional.ofNullable(request.technicianId()).orElse(by.id());
        entry.technicianName = there.colleague(entry.technicianId)
                .map(Assignment.Technician::name)
                .orElseThrow(TimeEntry::nobodyThere);
        entry.startedAt = DeviceTime.past(at + "/startedAt", request.startedAt(), times, by);
        entry.endedAt = DeviceTime.past(at + "/endedAt", request.endedAt(), times, by);
        entry.correction = correction;
        entry.requireLength(at);
        entry.drove(at, request.kilometres());
        entry.visitId = there.requireSpent(
                        at, entry.technicianId, entry.startedAt, entry.endedAt, entry.around(times), times, by)
                .appointmentId();
        entry.recorded("RECORD_TIME", by.at(), entry.words(), by);
        return entry;
    }

    /** Refused with 409 where none can be recorded now. */
    static void requireTaken(WorkOrder order, Attendance there, By by) {
        require(order, "time-entries", isTaken(order, there), by);
    }

    private static boolean isTaken(WorkOrder order, Attendance there) {
        return order.isOpen() && there.hasBegun();
    }

    /** It counts no more: for the customer, for finance, for whoever records the hour anew. */
    void reverse(WorkOrder order, String why, By by) {
        takenBackOn(order, "time-entries", by);
        boolean isTheirs = by.id().equals(technicianId) || by.id().equals(recordedBy);
        if (order.isOpen() && !isTheirs && !order.crew().contains(by.id())) {
            throw recordedByAnother();
        }
        if (!counts()) {
            throw alreadyReversed("entry");
        }
        reversal = Reversal.of(why, by);
        changed("REVERSE_TIME", words() + ": " + why, by);
    }

    /** Says whether it was not taken back. */
    public boolean counts() {
        return reversal == null;
    }

    /** Says whether the customer signs and pays for it. */
    public boolean isCharged() {
        return counts() && kind.isCharged();
    }

    /** How long somebody worked on it; nothing if they drove. */
    public Duration labour() {
        return kind == Kind.LABOUR ? Duration.between(startedAt, endedAt) : Duration.ZERO;
    }

    /** What is left of it by this clock, which may be behind the device's. */
    private void requireLength(String at) {
        Duration length = Duration.between(startedAt, endedAt);
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw Refusal.RuleViolated.at(
                    at + "/endedAt", "implausible-length", "It must end after it starts, and within 24 hours.");
        }
    }

    /** Nobody drives faster than that for long: a digit too many is told before it is signed and billed. */
    private void drove(String at, BigDecimal far) {
        if (far == null) {
            return;
        }
        if (kind != Kind.TRAVEL) {
            throw Refusal.RuleViolated.at(
                    at + "/kilometres", "no-journey", "Kilometres are recorded with the time of a journey.");
        }
        BigDecimal most = FASTEST.multiply(
                        BigDecimal.valueOf(Duration.between(startedAt, endedAt).toSeconds()))
                .divide(SECONDS_PER_HOUR, 1, RoundingMode.UP);
        if (far.compareTo(most) > 0) {
            throw Refusal.RuleViolated.at(
                    at + "/kilometres",
                    "implausible-distance",
                    "In this time nobody drives more than %s km.".formatted(most.toPlainString()));
        }
        kilometres = far.setScale(1, RoundingMode.UNNECESSARY);
    }

    private Duration around(TimesConfig times) {
        return switch (kind) {
            case LABOUR, BREAK, WAITING -> times.aroundLabour();
            case TRAVEL -> times.aroundTravel();
        };
    }

    /** For people who read the history. */
    private String words() {
        String spent = "%s %s, %d min"
                .formatted(
                        technicianName,
                        kind,
                        Duration.between(startedAt, endedAt).toMinutes());
        String far = kilometres == null ? spent : spent + ", " + kilometres.toPlainString() + " km";
        return correction == null ? far : far + ": " + correction.reason();
    }

    boolean isOf(UUID technician) {
        return technicianId.equals(technician);
    }

    boolean overlaps(TimeEntry other) {
        return isOf(other.technicianId) && startedAt.isBefore(other.endedAt) && other.startedAt.isBefore(endedAt);
    }

    static Refused nobodyThere() {
        return Refusal.RuleViolated.at(
                "/technicianId", "unknown-reference", "Time can be recorded for those who were there with you only.");
    }
}
