package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.events.WorkOrderEvent;
import dev.fieldservice.workorder.visits.Account;
import dev.fieldservice.workorder.visits.Accounts;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.LeftOver;
import dev.fieldservice.workorder.visits.Milestone;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Position;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.Command;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.State;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The work on site, from the assignment until it is officially closed. Has the id of dispatch's service order. What is
 * recorded on it ({@link Entry}) is not part of it; {@link Planning} is what dispatch decides about it, {@link Reviewing}
 * what the reviewer does.
 *
 * <p>Only the columns that change are written: whoever records a comment does not write the job card anew. Which change is
 * noted by the setting of a field, in this class or in what is embedded in it.
 */
@Entity
@DynamicUpdate
public class WorkOrder extends Aggregate {

    private static final int MOST_ENTRIES = 1000;

    String number;
    UUID ticketId;
    String ticketNumber;

    /** Of the ticket that the card shows. */
    long ticketVersion;

    @Enumerated(EnumType.STRING)
    State state;

    /** Of the current visit, so that lists need not read visits; {@link #reach} keeps both. */
    @Enumerated(EnumType.STRING)
    VisitLifecycle.State visitState;

    UUID appointmentId;

    /** Who set out first, for as long as somebody is on the way or on site: their place in {@code active_work} is taken. */
    UUID activeTechnicianId;

    @Embedded
    Staffing staffing = new Staffing();

    @JdbcTypeCode(SqlTypes.JSON)
    JobCard jobCard;

    /** In which the site lies, as dispatch has told. */
    UUID[] territoryIds = new UUID[0];

    /** Null for as long as the job is wanted. */
    @JdbcTypeCode(SqlTypes.JSON)
    CalledOff calledOff;

    long progressVersion;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    boolean followUpRequired;

    @JdbcTypeCode(SqlTypes.JSON)
    LeftOver leftOver = LeftOver.NOTHING;

    String remark;

    /** Null for as long as nobody has given one. */
    @JdbcTypeCode(SqlTypes.JSON)
    Accounts accounts;

    @JdbcTypeCode(SqlTypes.JSON)
    Approver approver;

    String billingNotes;

    @JdbcTypeCode(SqlTypes.JSON)
    Review review;

    /** How many there are, so that nobody has to read them to know whether there is room for one more. */
    int entries;

    @Embedded
    Fulfilment fulfilment = new Fulfilment();

    int closureNumber;

    /** How often finance has sent it back, as far as was heard. */
    int returnNumber;

    /** Null unless it is to be put right and closed again. */
    @JdbcTypeCode(SqlTypes.JSON)
    Returned returned;

    Instant changedAt;
    Instant closedAt;

    @Transient
    private final Offer offer = new Offer(this);

    protected WorkOrder() {}

    /** For an order that this service has not heard of before. */
    WorkOrder(OrderAssigned event) {
        id = event.orderId();
        number = event.orderNumber();
        ticketId = event.ticketId();
        ticketNumber = event.ticketNumber();
        state = State.ASSIGNED;
        visitState = VisitLifecycle.State.ASSIGNED;
        appointmentId = event.appointmentId();
        review = Review.none();
    }

    /** One step of the current visit. */
    public void progress(Visit visit, VisitLifecycle.Command command, Milestone milestone, String reason, By by) {
        Instant at = milestone.occurredAt();
        requireStep(command, at, by);
        reach(visit, move(VisitLifecycle.TABLE, visitState, command, by, at, reason), command, milestone);
        if (command.isWork()) {
            fulfilment.begin();
        }
        WorkOrderLifecycle.after(command).ifPresent(roll -> state = WorkOrderLifecycle.TABLE.next(state, roll));
        tell(milestone.technicianId(), at, milestone.position(), reason);
        touch(by);
    }

    /**
     * Refused with 409 where the visit does not take this step now.
     *
     * @param happened whatever was done before the job was called off was wanted then; null if the device says nothing
     */
    public void requireStep(VisitLifecycle.Command command, Instant happened, By by) {
        if (!offer.includes(command, happened, by)) {
            throw new Refusal.IllegalTransition("visit", visitState.name(), command.word(), offer.to(by.caller()))
                    .refused();
        }
    }

    /** What is left for a visit that is to follow; it stands until another has ended with its own word on it. */
    public void leave(LeftOver what) {
        leftOver = what;
    }

    /**
     * What came of the visit, after the step that ended it.
     *
     * @param said what the technician says at the end; null leaves what was said before
     */
    public void end(Visit visit, Outcome as, boolean needsFollowUp, String said) {
        visit.endedAs(as, staffing.assignment);
        stands(as, needsFollowUp && calledOff == null, review.awaited(changedAt));
        leftOver = followUpRequired ? leftOver : LeftOver.NOTHING;
        if (said != null) {
            accounts = accounts().with(accounts().of(visit.appointmentId()).withDone(said));
            remark = said;
        }
        tellEnd(visit, false);
    }

    /** @param isAmended the end was told before, but not all that is left */
    void tellEnd(Visit visit, boolean isAmended) {
        raise(new WorkOrderEvent.JobCompleted(
                id,
                ticketId,
                appointmentId,
                outcome,
                followUpRequired,
                leftOver,
                visit.endOfWork(),
                isAmended,
                progressVersion));
    }

    /** What was found and done on the current visit: before the customer signs it, and until the job is closed. */
    public void give(String found, String done, By by) {
        require(isUnderWay() || isCompleted(), "account", by);
        boolean wasRemark = remark != null && remark.equals(account().done());
        if (outcome == Outcome.CANNOT_COMPLETE) {
            String said = Optional.ofNullable(done).orElse(found);
            fulfilment.requireReason(
                    wasRemark ? said : Optional.ofNullable(said).orElse(remark));
        }
        accounts = accounts().with(new Account(appointmentId, found, done));
        remark = wasRemark ? done : remark;
        note("GIVE_ACCOUNT", by, by.at(), account().words());
        touch(by);
    }

    public void nameApprover(Approver who, String notes, By by) {
        require(isOpen(), "approver", by);
        approver = who;
        billingNotes = notes;
        note("NAME_APPROVER", by, by.at(), who.name());
        touch(by);
    }

    public State state() {
        return state;
    }

    public boolean isOpen() {
        return state != State.CLOSED;
    }

    /** Work has begun and is not over. */
    public boolean isUnderWay() {
        return state == State.IN_PROGRESS || state == State.PAUSED;
    }

    /** Somebody is on the way or on site. */
    public boolean isOccupying() {
        return visitState.isOccupying();
    }

    /** Waits for the reviewer. */
    public boolean isCompleted() {
        return state == State.COMPLETED;
    }

    /** In ascending order. */
    public List<UUID> crew() {
        return staffing.crew();
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Of the current visit. */
    public Account account() {
        return accounts().of(appointmentId);
    }

    Accounts accounts() {
        return Optional.ofNullable(accounts).orElse(Accounts.NONE);
    }

    public UUID appointmentId() {
        return appointmentId;
    }

    public JobCard jobCard() {
        return jobCard;
    }

    public WorkOrderFacts facts() {
        return WorkOrderFacts.of(this);
    }

    /** How far it is with what is asked of it. */
    public Fulfilment fulfilment() {
        return fulfilment;
    }

    /** What may be done now, and by whom. */
    public Offer offer() {
        return offer;
    }

    /** Refused with 409 where it may not be, since the order stands where it does; names what the caller may do instead. */
    void require(boolean isAllowed, String command, By by) {
        if (!isAllowed) {
            throw new Refusal.IllegalTransition("work order", state.name(), command, offer.to(by.caller())).refused();
        }
    }

    /** One thing more is recorded on it; refused with 422 when it is full. */
    void recorded(By by) {
        if (entries >= MOST_ENTRIES) {
            throw new Refusal.RuleViolated("too-many-entries", "Nothing more can be recorded on this work order.")
                    .refused();
        }
        entries++;
        touch(by);
    }

    /** Says in the history what is no move. */
    void note(String action, String detail, By by) {
        note(action, by.at(), detail, by);
    }

    void note(String action, Instant occurredAt, String detail, By by) {
        note(action, by, occurredAt, detail);
    }

    /** Whoever had set out before, out of reach, may still say so; who rejected it had not. */
    void takeAway(List<UUID> from, Instant at) {
        if (!from.isEmpty() && visitState.mayBegin()) {
            staffing.takeAway(appointmentId, from, at);
        }
    }

    void plan(Assignment plan, long decision, By by) {
        staffing.plan(plan, decision);
        touch(by);
    }

    /** The same decision, for others than before or under other names. */
    void plan(Assignment plan, By by) {
        staffing.plan(plan);
        touch(by);
    }

    /** A decision that gives this visit to somebody, whatever comes of it. */
    void heard(Visit visit, long decision, By by) {
        visit.heard(decision);
        if (isCurrent(visit)) {
            staffing.heard(decision);
            touch(by);
        }
    }

    /** True for the current visit while it is planned or under way. */
    boolean isAlive(UUID visit) {
        return appointmentId.equals(visit) && (visitState.mayBegin() || visitState.isOccupying());
    }

    private boolean isCurrent(Visit visit) {
        return visit.appointmentId().equals(appointmentId);
    }

    /** The card, unless a newer one is known, and who has a part in it, of a decision that is taken. */
    void adopt(OrderAssigned event) {
        if (event.ticketVersion() >= ticketVersion) {
            jobCard = event.jobCard();
            ticketVersion = event.ticketVersion();
        }
        territoryIds = Optional.ofNullable(event.territoryIds())
                .map(ids -> ids.toArray(UUID[]::new))
                .orElse(territoryIds);
        staffing.involve();
    }

    /** Makes this visit the current one. */
    void turnTo(Visit visit) {
        appointmentId = visit.appointmentId();
        visitState = visit.state();
        staffing.heard(visit.assignmentVersion());
    }

    /** @param ending null while it goes on */
    void stands(Outcome ending, boolean needsFollowUp, Review now) {
        outcome = ending;
        followUpRequired = needsFollowUp;
        review = now;
    }

    void closed(Review approved, By by) {
        review = approved;
        returned = null;
        closureNumber++;
        closedAt = by.at();
        touch(by);
    }

    /** Finance is told once more. */
    void toldAnew(By by) {
        closureNumber++;
        touch(by);
    }

    void moveTo(Command command, Instant occurredAt, String reason, By by) {
        state = move(WorkOrderLifecycle.TABLE, state, command, by, occurredAt, reason);
    }

    void reach(Visit visit, VisitLifecycle.State next, VisitLifecycle.Command command, Milestone milestone) {
        visitState = next;
        visit.reach(next, command, milestone, crew());
        activeTechnicianId = next.isOccupying() ? visit.whoSetOut().getFirst() : null;
        if (next.isOccupying()) {
            Participation.join(this, visit);
        }
    }

    void reachIfPossible(Visit visit, VisitLifecycle.Command command) {
        VisitLifecycle.TABLE.target(visitState, command).ifPresent(next -> reach(visit, next, command, null));
    }

    /** Two changes never look like one, even within one tick of the clock. */
    void touch(By by) {
        changedAt = changedAt == null || by.at().isAfter(changedAt) ? by.at() : changedAt.plus(1, ChronoUnit.MICROS);
        if (returned != null && !returned.begun() && !by.caller().roles().isEmpty()) {
            returned = returned.touched();
        }
    }

    /** Tells the others where the visit stands. */
    void tell(UUID technicianId, Instant occurredAt, Position position, String reason) {
        tell(visitState, technicianId, occurredAt, position, reason, false);
    }

    /** @param crewGoesOn the technician alone drops out */
    void tell(VisitLifecycle.State to, UUID who, Instant at, Position position, String reason, boolean crewGoesOn) {
        progressVersion++;
        raise(new WorkOrderEvent.VisitProgressed(
                id,
                ticketId,
                appointmentId,
                progressVersion,
                to,
                who,
                at,
                position,
                reason,
                crewGoesOn,
                staffing.assignmentVersion));
    }

    @Override
    public String kind() {
        return "work-order";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
