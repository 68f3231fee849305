package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.dispatch.orders.OrderLifecycle.Command;
import dev.fieldservice.dispatch.orders.OrderLifecycle.Fact;
import dev.fieldservice.dispatch.orders.OrderLifecycle.State;
import dev.fieldservice.dispatch.worktypes.GivenWorkType;
import dev.fieldservice.dispatch.worktypes.PlannedPart;
import dev.fieldservice.dispatch.worktypes.ServiceType;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A job to be planned: one for each ticket, and a further one each time that is opened again. It knows its own state, what it waits for, and whether another visit is
 * asked for; its visits are appointments, which hold its id.
 *
 * <p>Only the columns that change are written: whoever plans does not write the job card anew. Which change is noted by the
 * setting of a field in this class and nowhere else.
 */
@Entity
@DynamicUpdate
public class ServiceOrder extends Aggregate {

    String number;
    UUID ticketId;
    String ticketNumber;

    /** Of the ticket that the card shows. */
    long ticketVersion;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    ServiceType serviceType;

    @Enumerated(EnumType.STRING)
    Priority priority;

    String[] requiredSkills;

    /** Null where nobody knows where the site lies, and so is the longitude. */
    Double latitude;

    Double longitude;

    @JdbcTypeCode(SqlTypes.JSON)
    JobCard jobCard;

    /** Null where there is none. */
    @JdbcTypeCode(SqlTypes.JSON)
    GivenWorkType workType;

    /** In which its site lies, which the database works out; none before an order that is made is read again. */
    @Column(insertable = false, updatable = false)
    UUID[] territoryIds = new UUID[0];

    Instant respondBy;
    Instant resolveBy;
    Instant createdAt;
    Instant changedAt;
    long assignmentVersion;
    boolean followUpRequired;

    /** The last that was reported of the job is that nothing is left to do. */
    boolean reportedDone;

    /** For the visit that is to follow. */
    @JdbcTypeCode(SqlTypes.JSON)
    LeftOver leftOver = LeftOver.NOTHING;

    String reason;

    @Enumerated(EnumType.STRING)
    HoldReason holdReason;

    /** Whether others were told of it: that its ticket waits for the customer they know. */
    boolean holdTold;

    /** The ticket waits: whatever comes back to the pool waits too. */
    boolean waitsForCustomer;

    /** When the ticket was cancelled or rejected; null if it was not. */
    Instant calledOffAt;

    String calledOffBecause;

    /** Of what the next visit is to take along; null where nothing is planned, or nothing was told. */
    @Enumerated(EnumType.STRING)
    PartsReadiness parts;

    /** Of what was told of it; the newest stands. */
    long partsVersion = -1;

    /** Commands that its state takes and its visits, or whoever asks, do not; not stored. */
    @Transient
    private Set<String> withheld = Set.of();

    protected ServiceOrder() {}

    static ServiceOrder create(TicketTold ticket, String number, Optional<GivenWorkType> workType, By by) {
        ServiceOrder order = new ServiceOrder();
        order.id = Optional.ofNullable(ticket.furtherOrderId()).orElseGet(Ids::next);
        order.number = number;
        order.ticketId = ticket.ticketId();
        order.ticketNumber = ticket.number();
        order.state = State.UNSCHEDULED;
        order.show(ticket);
        order.workType = workType.orElse(null);
        order.createdAt = by.at();
        order.changedAt = by.at();
        order.reason = ticket.furtherOrderId() == null ? null : ticket.reason();
        order.note("CREATE", by, by.at(), order.reason == null ? number : number + ": " + order.reason);
        order.raise(new OrderEvent.Created(order.id, number, order.ticketId, by.at()));
        return order;
    }

    void show(TicketTold ticket) {
        ticketVersion = ticket.ticketVersion();
        serviceType = ticket.serviceType();
        priority = ticket.priority();
        requiredSkills = ticket.requiredSkills().toArray(String[]::new);
        GeoPoint site = ticket.location().position();
        latitude = site == null ? null : site.latitude();
        longitude = site == null ? null : site.longitude();
        jobCard = ticket.jobCard();
        respondBy = ticket.respondBy();
        resolveBy = ticket.resolveBy();
    }

    void assign(Booking booking, By by) {
        moveTo(Command.ASSIGN, by, booking.text(jobCard));
        reason = null;
    }

    void claim(Booking booking, By by) {
        if (state.isTaken()) {
            throw new Refusal.Conflict(
                            "already-claimed", "This order is no longer in the open pool: somebody has taken it.")
                    .refused();
        }
        moveTo(Command.CLAIM, by, booking.text(jobCard));
        reason = null;
    }

    void planVisit(Booking booking, By by) {
        if (isCalledOff()) {
            throw new Refusal.Conflict("called-off", "The work is no longer wanted: nothing more is planned.")
                    .refused();
        }
        if (waitsForCustomer) {
            throw waits();
        }
        moveTo(Command.PLAN_VISIT, by, booking.text(jobCard));
    }

    void cancelVisit(String why, By by) {
        moveTo(Command.CANCEL_VISIT, by, why);
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** What people may do now, as it stands in the URL; who of them is not asked here. */
    List<String> allowedCommands() {
        return offered(OrderLifecycle.COMMANDS.words(state));
    }

    @Override
    protected List<String> offered(List<String> words) {
        return words.stream()
                .filter(word ->
                        !(waitsForCustomer && List.of("resume", "plan-visit").contains(word)))
                .filter(word -> !(isCalledOff() && word.equals("plan-visit")))
                .filter(word -> !withheld.contains(word))
                .toList();
    }

    /** Commands that nobody is offered until this is said anew. */
    void withhold(Set<String> words) {
        withheld = words;
    }

    void setWorkType(Optional<GivenWorkType> chosen, By by) {
        moveTo(Command.SET_WORK_TYPE, by, chosen.map(GivenWorkType::name).orElse(null));
        workType = chosen.orElse(null);
    }

    /** Those of the ticket and those of the kind of work. */
    List<String> skills() {
        Stream<String> ofWork = workType == null ? Stream.of() : workType.skills().stream();
        return Stream.concat(Stream.of(requiredSkills), ofWork).distinct().toList();
    }

    /** What is taken along where nobody says what. */
    List<PlannedPart> usualParts() {
        return workType == null ? List.of() : workType.plannedParts();
    }

    /** Where nobody says when: from now, for as long as such work usually takes. */
    Window usualWindow(Instant now) {
        return workType == null ? Window.from(now) : Window.from(now, workType.duration());
    }

    void unassign(String why, By by) {
        moveTo(Command.UNASSIGN, by, why);
        reason = why;
    }

    /** What is told to those who had it. */
    String hold(HoldReason waitsFor, String why, By by) {
        String said = waitsFor + (why == null ? "" : ": " + why);
        moveTo(Command.HOLD, by, said);
        holdReason = waitsFor;
        reason = why;
        holdTold = true;
        raise(new OrderEvent.HoldChanged(id, ticketId, waitsFor, waitsFor.isCustomersTime(), by.at()));
        return said;
    }

    /** Refused with 409 while the ticket waits: the customer's answer is recorded there. */
    void resume(By by) {
        if (waitsForCustomer && takes(Fact.CUSTOMER_ANSWERED)) {
            throw waits();
        }
        moveTo(Command.RESUME, by, null);
        goOn(by);
        reason = null;
    }

    private void goOn(By by) {
        holdReason = null;
        if (holdTold) {
            holdTold = false;
            raise(new OrderEvent.HoldChanged(id, ticketId, null, false, by.at()));
        }
    }

    private static Refused waits() {
        return new Refusal.Conflict(
                        "waits-for-customer", "The ticket waits for the customer. Resume the ticket instead.")
                .refused();
    }

    /** Out of the pool until the customer has answered; what has begun goes on, and nothing follows it before. */
    void waitForCustomer(String why, Instant at, By by) {
        waitsForCustomer = true;
        if (takes(Fact.WAIT_FOR_CUSTOMER)) {
            apply(Fact.WAIT_FOR_CUSTOMER, by, at, why);
            holdReason = HoldReason.CUSTOMER;
        } else {
            note("WAITS_FOR_CUSTOMER", by, at, why);
        }
    }

    void cancel(Fact how, String why, Instant at, By by) {
        apply(how, by, at, why);
        raise(new OrderEvent.Cancelled(id, ticketId, why, at));
    }

    /** The customer no longer wants it. */
    boolean isCalledOff() {
        return calledOffAt != null;
    }

    void close(Instant closedAt, By by) {
        if (followUpRequired) {
            note("CLOSED_WITH_FOLLOW_UP_OPEN", by, closedAt, "Another visit was asked for and none was planned");
        }
        apply(Fact.CLOSE, by, closedAt, null);
    }

    /** What is older than what was told before changes nothing. */
    void partsAre(Optional<PartsReadiness> readiness, long version) {
        if (version > partsVersion) {
            partsVersion = version;
            parts = readiness.orElse(null);
        }
    }

    /** The number of the next decision that is told. */
    long nextAssignment() {
        return assignmentVersion + 1;
    }

    void assigned(Appointment appointment, By by) {
        assignmentVersion++;
        appointment.told(assignmentVersion);
        raise(new OrderEvent.Assigned(this, appointment, assignmentVersion, by.at()));
    }

    void unassigned(Appointment appointment, String why, By by) {
        assignmentVersion++;
        raise(new OrderEvent.Unassigned(
                id, ticketId, appointment.id(), assignmentVersion, appointment.technicianIds(), brief(why), by.at()));
    }

    /** Says in the history what is no move. */
    void say(String action, Instant at, String detail, By by) {
        note(action, by, at, detail);
    }

    private void moveTo(Command command, By by, String why) {
        state = move(OrderLifecycle.COMMANDS, state, command, by, by.at(), why);
        changedAt = by.at();
        keepOutOfThePool(why, by.at(), by);
    }

    /**
     * Takes a fact where the table has a row for it; one that came too late changes nothing. What was called off does not come
     * back to the pool: it is done as far as it is done, or not at all.
     */
    void apply(Fact fact, By by, Instant at, String why) {
        if (isCalledOff() && (fact == Fact.REJECT || fact == Fact.TURN_BACK)) {
            if (takes(Fact.DROP)) {
                cancel(Fact.DROP, calledOffBecause, at, by);
            }
        } else if (isCalledOff() && (fact == Fact.REQUIRE_FOLLOW_UP || fact == Fact.FOLLOW_UP_PLANNED)) {
            followUpRequired = false;
            reach(Fact.COMPLETE, by, at, why);
        } else {
            reach(fact, by, at, why);
        }
    }

    private void reach(Fact fact, By by, Instant at, String why) {
        Optional<State> next = OrderLifecycle.FACTS.target(state, fact);
        if (next.isPresent() && next.get() != state) {
            state = move(OrderLifecycle.FACTS, state, fact, by, at, why);
            changedAt = by.at();
            reason = why;
            goOn(by);
        }
        keepOutOfThePool(why, at, by);
    }

    private void keepOutOfThePool(String why, Instant at, By by) {
        if (waitsForCustomer && isInOpenPool()) {
            waitForCustomer(why, at, by);
        }
    }

    boolean takes(Fact fact) {
        return OrderLifecycle.FACTS.target(state, fact).isPresent();
    }

    void requireFollowUp(boolean isRequired) {
        followUpRequired = isRequired;
        reportedDone = !isRequired;
    }

    void leave(LeftOver what) {
        leftOver = what;
    }

    /** Something about it has changed that stands elsewhere, such as a visit. */
    public void touch(By by) {
        changedAt = by.at();
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** In no other state is there a visit that could be planned anew or taken back by people or by the ticket. */
    boolean hasPlan() {
        return state == State.SCHEDULED || state == State.IN_PROGRESS;
    }

    /** Somebody is at it, or was and nobody has said yet whether it is done. */
    boolean hasBegun() {
        return state == State.IN_PROGRESS;
    }

    boolean isInOpenPool() {
        return state == State.UNSCHEDULED;
    }

    private static String brief(String why) {
        return why.substring(0, Math.min(why.length(), 1000));
    }

    public String number() {
        return number;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public JobCard jobCard() {
        return jobCard;
    }

    @Override
    public String kind() {
        return "service-order";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
