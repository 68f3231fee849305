package dev.fieldservice.workorder.visits;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.visits.VisitLifecycle.State;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One appointment as it went. A work order that needs a follow-up has several. */
@Entity
public class Visit {

    @Id
    UUID appointmentId;

    UUID workOrderId;

    @Enumerated(EnumType.STRING)
    State state;

    @JdbcTypeCode(SqlTypes.JSON)
    Milestone travel;

    @JdbcTypeCode(SqlTypes.JSON)
    Milestone arrival;

    @JdbcTypeCode(SqlTypes.JSON)
    Milestone startOfWork;

    @JdbcTypeCode(SqlTypes.JSON)
    Milestone endOfWork;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    /** By whom it was done; null until it is over. */
    @JdbcTypeCode(SqlTypes.JSON)
    Assignment assignment;

    /** Whoever was of the crew when somebody had set out; null until somebody has. */
    @JdbcTypeCode(SqlTypes.JSON)
    Participants participants;

    Instant givenOutAt;

    /** When it is planned to begin; null in those of before that were not current any more. */
    Instant plannedStart;

    /** The first step of somebody who set out; null until somebody has. */
    Instant begunAt;

    /** The last step of a technician; what the office and reviewers do is none. */
    Instant lastStepAt;

    Instant createdAt;

    /** A list of its own type, so that it is read back as what it was. */
    record Participants(List<Assignment.Technician> people) {}

    protected Visit() {}

    /** @param givenOutAt when it was first given to somebody */
    public Visit(UUID appointmentId, UUID workOrderId, Instant givenOutAt, Instant createdAt) {
        this.appointmentId = appointmentId;
        this.workOrderId = workOrderId;
        this.state = State.ASSIGNED;
        this.givenOutAt = givenOutAt;
        this.createdAt = createdAt;
    }

    /** What was agreed may be typed later than it begins. */
    public void planFor(Instant start) {
        plannedStart = start;
    }

    public UUID appointmentId() {
        return appointmentId;
    }

    public State state() {
        return state;
    }

    /**
     * Takes the state that the table has given, and keeps when and where.
     *
     * @param milestone null where nobody on site did it
     */
    public void reach(State next, VisitLifecycle.Command command, Milestone milestone) {
        state = next;
        switch (command) {
            case TRAVEL -> travel = milestone;
            case ARRIVE -> arrival = milestone;
            case START -> startOfWork = milestone;
            case RESUME -> startOfWork = Optional.ofNullable(startOfWork).orElse(milestone);
            case COMPLETE, COMPLETE_PARTLY, GIVE_UP, ABORT, STOP, HAND_OVER -> endOfWork = milestone;
            case TURN_BACK -> setOutAgain();
            case SEND_BACK -> endAgain();
            case ACCEPT, REJECT, PAUSE, REASSIGN, CANCEL -> {}
        }
        if (command.isOnSite()) {
            begunAt = Optional.ofNullable(begunAt).orElse(milestone.occurredAt());
            lastStepAt = milestone.occurredAt();
        }
    }

    /**
     * When a technician's next step happened; refused with 422 where it cannot have: in the future, before the visit was given
     * out and so much before it is planned, before the step that it follows. Hours late is fine.
     *
     * @param claimed null if the device says nothing
     * @param before how long before the planned begin it may be
     */
    public Instant timeOfStep(Instant claimed, Duration before, TimesConfig times, By by) {
        Instant at = DeviceTime.past("/occurredAt", claimed, times, by);
        if (claimed == null) {
            return at;
        }
        at = DeviceTime.after(earliest(before), at, "implausible-time", plan(before), times);
        return lastStepAt == null
                ? at
                : DeviceTime.after(lastStepAt, at, "out-of-order", "The step before it was at %s.", times);
    }

    /** Nothing of it can have happened before: not before it was given out, unless that was typed after it was to begin. */
    private Instant earliest(Duration before) {
        Instant givenOut = givenOutAt();
        Instant planned = plannedStart == null ? givenOut : plannedStart.minus(before);
        return planned.isBefore(givenOut) ? planned : givenOut;
    }

    /** The visits of the version before know when they were heard of. */
    private Instant givenOutAt() {
        return Optional.ofNullable(givenOutAt).orElse(createdAt);
    }

    /** What keeps from recording what was earlier. */
    String plan(Duration before) {
        String givenOut = "The visit was given out at %s".formatted(givenOutAt());
        return plannedStart == null
                ? givenOut + "."
                : "%s and is planned from %s: nothing of it was before, not within %d minutes."
                        .formatted(givenOut, plannedStart, before.toMinutes());
    }

    /** Until when something can have happened in it, as far as is known now. */
    Instant until(Instant now) {
        if (state.isOver()) {
            return endOfWork.occurredAt();
        }
        return state.isOccupying() || state.isUnderWay() ? now : lastStepAt;
    }

    /** Says whether this can have happened in it, give or take what people forget to tap. */
    boolean covers(Instant from, Instant to, Duration around, TimesConfig times, Instant now) {
        return surrounds(from, to, around, now)
                && !from.isBefore(earliest(around).minus(times.behind()));
    }

    /** By its steps, whatever was planned. */
    boolean surrounds(Instant from, Instant to, Duration around, Instant now) {
        return begunAt != null
                && !from.isBefore(begunAt.minus(around))
                && !to.isAfter(until(now).plus(around));
    }

    public Outcome outcome() {
        return outcome;
    }

    public Assignment assignment() {
        return assignment;
    }

    /** Those who have taken it upon themselves to go, which nobody can undo; whoever was first comes first. */
    public List<UUID> whoSetOut() {
        return Stream.of(travel, arrival, startOfWork)
                .filter(Objects::nonNull)
                .map(Milestone::technicianId)
                .distinct()
                .toList();
    }

    /** What is recorded from now on has the names by which people go now. */
    public void rename(List<Assignment.Technician> known) {
        if (participants != null) {
            participants = new Participants(Assignment.named(participants.people(), known));
        }
    }

    /** They take part from now on, and nobody can undo that. */
    public void join(List<Assignment.Technician> crew) {
        List<Assignment.Technician> newcomers =
                crew.stream().filter(one -> participant(one.id()).isEmpty()).toList();
        if (!newcomers.isEmpty()) {
            participants =
                    new Participants(Stream.concat(people(), newcomers.stream()).toList());
        }
    }

    /** Empty for who took no part. */
    public Optional<Assignment.Technician> participant(UUID id) {
        return people().filter(one -> one.id().equals(id)).findFirst();
    }

    boolean hasWorkBegun() {
        return startOfWork != null || state.isUnderWay();
    }

    private Stream<Assignment.Technician> people() {
        return Stream.ofNullable(participants).map(Participants::people).flatMap(List::stream);
    }

    public void endedAs(Outcome ending, Assignment by) {
        outcome = ending;
        assignment = by;
    }

    /** Whoever sets out next may be somebody else; that these were on the way stays in the history, and theirs to record. */
    private void setOutAgain() {
        travel = null;
        arrival = null;
    }

    private void endAgain() {
        endOfWork = null;
        outcome = null;
        assignment = null;
    }
}
