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

    /** Null until somebody has set out. */
    @JdbcTypeCode(SqlTypes.JSON)
    Participants participants;

    Instant givenOutAt;

    /** The newest decision that gives it to somebody, whether or not it came too late. */
    long assignmentVersion;

    /** When it is planned to begin; null in those of before that were not current any more. */
    Instant plannedStart;

    /** The first step of somebody who set out; null until somebody has, and after all have turned back. */
    Instant begunAt;

    /** The last step of a technician; what the office and reviewers do is none. */
    Instant lastStepAt;

    /** When some of them were at it besides. */
    @JdbcTypeCode(SqlTypes.JSON)
    Stretch.All stretches = Stretch.All.NONE;

    @JdbcTypeCode(SqlTypes.JSON)
    VisitStep.All steps = VisitStep.All.NONE;

    /** It was ended from elsewhere, so that what its technicians did may not have been told. */
    boolean cutShort;

    Instant createdAt;

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

    public void heard(long decision) {
        assignmentVersion = decision;
    }

    public long assignmentVersion() {
        return assignmentVersion;
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
     * @param crew who has the order now; others who took part before may have nothing to do with this step
     */
    public void reach(State next, VisitLifecycle.Command command, Milestone milestone, List<UUID> crew) {
        state = next;
        if (command.isTimed()) {
            steps = steps.with(new VisitStep(command, milestone.occurredAt(), crew));
        }
        if (command.isOnSite()) {
            begunAt = Optional.ofNullable(begunAt).orElse(milestone.occurredAt());
            lastStepAt = milestone.occurredAt();
        }
        switch (command) {
            case TRAVEL -> travel = milestone;
            case ARRIVE -> arrival = milestone;
            case START -> startOfWork = milestone;
            case RESUME -> startOfWork = Optional.ofNullable(startOfWork).orElse(milestone);
            case COMPLETE, COMPLETE_PARTLY, GIVE_UP, ABORT -> endOfWork = milestone;
            case STOP, HAND_OVER -> cutShort(milestone);
            case TURN_BACK -> setOutAgain();
            case SEND_BACK -> endAgain();
            case ACCEPT, REJECT, PAUSE, REASSIGN, CANCEL -> {}
        }
    }

    /** Refused with 422 where it goes round and round; whoever is at it can always go on and end it. */
    public void requireRoom(VisitLifecycle.Command step) {
        if (step.comesRound()) {
            steps.requireRoom();
        }
    }

    /**
     * Somebody was at it whose word comes when others have ended it or gone on: it stands where it stands, and what they did is
     * theirs to record. Refused with 422 where they went away and came back so often that nobody can have.
     */
    public void heardLate(Assignment.Technician who, VisitLifecycle.Command step, Milestone milestone) {
        join(List.of(who));
        Instant at = milestone.occurredAt();
        Instant end = cutShort ? endOfWork() : step.leaves() ? at : null;
        stretches = stretches.extendedBy(new Stretch(List.of(who.id()), at, end, step.isWork()));
        if (cutShort && step == VisitLifecycle.Command.START) {
            startOfWork = Optional.ofNullable(startOfWork).orElse(milestone);
        }
    }

    /** Nobody has set out for it after this, as far as is known. */
    public boolean isUntouchedSince(Instant happened) {
        return state.isReplaceable() && (lastStepAt == null || !lastStepAt.isAfter(happened));
    }

    /** What comes of it was said from elsewhere. */
    public boolean isCutShort() {
        return cutShort;
    }

    /** It was ended from elsewhere after this, which whoever was there may not have been able to tell. */
    public boolean wasCutShortAfter(Instant happened) {
        return cutShort && happened.isBefore(endOfWork());
    }

    /**
     * When a technician's next step happened; refused with 422 where it cannot have: in the future, before the visit was given
     * out and so much before it is planned, before the step that it follows. Hours late is fine.
     *
     * @param claimed null if the device says nothing
     * @param before how long before the planned begin it may be
     */
    public Instant timeOfStep(Instant claimed, Duration before, TimesConfig times, By by) {
        Instant at = timeOfLateStep(claimed, before, times, by);
        return claimed == null || lastStepAt == null
                ? at
                : DeviceTime.after(lastStepAt, at, "out-of-order", "The step before it was at %s.", times);
    }

    /** The same where others have gone on meanwhile: their steps say nothing of when this one was. */
    public Instant timeOfLateStep(Instant claimed, Duration before, TimesConfig times, By by) {
        Instant at = DeviceTime.past("/occurredAt", claimed, times, by);
        return claimed == null ? at : DeviceTime.after(earliest(before), at, "implausible-time", plan(before), times);
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

    /** Until when somebody can have done something in it, as far as is known now. */
    Instant until(UUID whose, Instant now) {
        return begunAt == null
                ? stretches
                        .of(whose)
                        .map(stretch -> stretch.until(now))
                        .max(Instant::compareTo)
                        .orElse(lastStepAt)
                : until(now);
    }

    private Instant until(Instant now) {
        if (state.isOver()) {
            return endOfWork();
        }
        return state.isOccupying() || state.isUnderWay() ? now : lastStepAt;
    }

    /** Says whether this can have happened in it, give or take what people forget to tap. */
    boolean covers(UUID whose, Instant from, Instant to, Duration around, TimesConfig times, Instant now) {
        return surrounds(whose, from, to, around, now)
                && !from.isBefore(earliest(around).minus(times.behind()));
    }

    /** By its steps, whatever was planned. */
    boolean surrounds(UUID whose, Instant from, Instant to, Duration around, Instant now) {
        return Stream.concat(stretches.of(whose), newest(now).stream())
                .anyMatch(stretch -> stretch.surrounds(from, to, around, now));
    }

    /** That which ends with the visit; empty until somebody has set out. */
    private Optional<Stretch> newest(Instant now) {
        return Optional.ofNullable(begunAt).map(begun -> new Stretch(there().ids(), begun, until(now), false));
    }

    /** When it was over. */
    public Instant endOfWork() {
        return endOfWork.occurredAt();
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
            participants = participants.named(known);
        }
    }

    /** They take part from now on, and nobody can undo that. */
    public void join(List<Assignment.Technician> crew) {
        participants = there().and(crew);
    }

    /** Dispatch has changed the crew while some of them were at it: whoever is of it now goes on with what was begun. */
    public void goesOnWith(List<Assignment.Technician> crew, Instant since) {
        join(crew);
        steps = steps.goOnWith(crew.stream().map(Assignment.Technician::id).toList(), since);
    }

    /** It is over now, and some of them were at it then. */
    public boolean wentOnAt(Instant then) {
        return endOfWork != null
                && !cutShort
                && begunAt != null
                && !then.isBefore(begunAt)
                && then.isBefore(endOfWork());
    }

    /** Why work rests since the step that was taken last. */
    public void pausedFor(PauseKind kind) {
        steps = steps.pausedFor(kind);
    }

    /** In the order they were taken; none of visits from before they were kept. */
    public List<VisitStep> steps() {
        return steps.items();
    }

    /** Empty for who took no part. */
    public Optional<Assignment.Technician> participant(UUID id) {
        return there().find(id);
    }

    private Participants there() {
        return Optional.ofNullable(participants).orElse(Participants.NOBODY);
    }

    /** Whoever was ended from elsewhere, or out of reach, may have worked before. */
    boolean mayHaveWorked(UUID whose) {
        return startOfWork != null
                || state.isUnderWay()
                || cutShort
                || stretches.of(whose).anyMatch(Stretch::worked);
    }

    public void endedAs(Outcome ending, Assignment by) {
        outcome = ending;
        assignment = by;
    }

    /** Whoever sets out next may be somebody else; that these were on the way stays in the history, and theirs to record. */
    private void setOutAgain() {
        stretches = stretches.with(new Stretch(there().ids(), begunAt, lastStepAt, false));
        begunAt = null;
        travel = null;
        arrival = null;
    }

    private void cutShort(Milestone milestone) {
        endOfWork = milestone;
        cutShort = true;
    }

    private void endAgain() {
        cutShort = false;
        endOfWork = null;
        outcome = null;
        assignment = null;
    }
}
