package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.orders.OrderLifecycle.Command;
import dev.fieldservice.dispatch.orders.OrderLifecycle.Fact;
import dev.fieldservice.dispatch.orders.OrderLifecycle.State;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A job to be planned: exactly one for each ticket. It knows its own state, what it waits for, and whether another visit is
 * asked for; its visits are appointments, which hold its id.
 */
@Entity
public class ServiceOrder extends Aggregate {

    String number;
    UUID ticketId;
    String ticketNumber;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    ServiceType serviceType;

    @Enumerated(EnumType.STRING)
    Priority priority;

    String[] requiredSkills;
    double latitude;
    double longitude;

    @JdbcTypeCode(SqlTypes.JSON)
    JobCard jobCard;

    Instant respondBy;
    Instant resolveBy;
    Instant createdAt;
    Instant changedAt;
    long assignmentVersion;
    boolean followUpRequired;
    String reason;

    @Enumerated(EnumType.STRING)
    HoldReason holdReason;

    protected ServiceOrder() {}

    static ServiceOrder create(TicketCreated ticket, String number, By by) {
        ServiceOrder order = new ServiceOrder();
        order.id = Ids.next();
        order.number = number;
        order.ticketId = ticket.ticketId();
        order.ticketNumber = ticket.number();
        order.state = State.UNSCHEDULED;
        order.serviceType = ticket.serviceType();
        order.priority = ticket.priority();
        order.requiredSkills = ticket.requiredSkills().toArray(String[]::new);
        order.latitude = ticket.location().position().latitude();
        order.longitude = ticket.location().position().longitude();
        order.jobCard = ticket.jobCard();
        order.respondBy = ticket.respondBy();
        order.resolveBy = ticket.resolveBy();
        order.createdAt = by.at();
        order.changedAt = by.at();
        order.note("CREATE", by, by.at(), number);
        order.raise(new OrderEvent.Created(order.id, number, order.ticketId, by.at()));
        return order;
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
        return said;
    }

    void resume(By by) {
        moveTo(Command.RESUME, by, null);
        holdReason = null;
        reason = null;
    }

    /** False if it is cancelled already, or if it is too late for that, which is noted. */
    boolean takesCancellation(String why, Instant at, By by) {
        boolean isTooLate = state != State.CANCELLED && !takes(Fact.CANCEL);
        if (isTooLate) {
            note("CANCELLATION_TOO_LATE", by, at, why);
        }
        return takes(Fact.CANCEL);
    }

    void cancel(String why, Instant at, By by) {
        apply(Fact.CANCEL, by, at, why);
        raise(new OrderEvent.Cancelled(id, ticketId, why, at));
    }

    void close(Instant closedAt, By by) {
        if (followUpRequired) {
            note("CLOSED_WITH_FOLLOW_UP_OPEN", by, closedAt, "Another visit was asked for and none was planned");
        }
        apply(Fact.CLOSE, by, closedAt, null);
    }

    void assigned(Appointment appointment, By by) {
        assignmentVersion++;
        raise(new OrderEvent.Assigned(this, appointment, assignmentVersion, by.at()));
    }

    void unassigned(Appointment appointment, String why, By by) {
        assignmentVersion++;
        raise(new OrderEvent.Unassigned(
                id, ticketId, appointment.id(), assignmentVersion, appointment.technicianIds(), brief(why), by.at()));
    }

    private void moveTo(Command command, By by, String why) {
        state = move(OrderLifecycle.COMMANDS, state, command, by, by.at(), why);
        changedAt = by.at();
    }

    /** Takes a fact where the table has a row for it; one that came too late changes nothing. */
    void apply(Fact fact, By by, Instant at, String why) {
        Optional<State> next = OrderLifecycle.FACTS.target(state, fact);
        if (next.isPresent() && next.get() != state) {
            state = move(OrderLifecycle.FACTS, state, fact, by, at, why);
            changedAt = by.at();
            reason = why;
            holdReason = null;
        }
    }

    boolean takes(Fact fact) {
        return OrderLifecycle.FACTS.target(state, fact).isPresent();
    }

    /** Something about it has changed that stands elsewhere, such as a visit. */
    public void touch(By by) {
        changedAt = by.at();
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** In no other state is there a visit that could be planned anew or taken back by people or by the ticket. */
    boolean isScheduled() {
        return state == State.SCHEDULED;
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
