package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.ticket.tickets.TicketLifecycle.Command;
import dev.fieldservice.ticket.tickets.TicketLifecycle.State;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A customer's request, from the call until it is billed. */
@Entity
public class Ticket extends Aggregate {

    String number;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Enumerated(EnumType.STRING)
    ServiceType serviceType;

    @Enumerated(EnumType.STRING)
    Priority priority;

    String summary;
    String instructions;
    UUID customerId;
    UUID contactId;
    UUID locationId;
    UUID assetId;
    String[] requiredSkills;
    UUID followUpOf;
    Instant respondBy;
    Instant resolveBy;
    Instant createdAt;
    UUID createdBy;

    @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
    List<TicketOrder> orders = new ArrayList<>();

    protected Ticket() {}

    static Ticket open(NewTicket request, Parties parties, String number, ServiceLevels.Level level, By by) {
        Ticket ticket = new Ticket();
        ticket.id = Ids.next();
        ticket.number = number;
        ticket.state = State.NEW;
        ticket.channel = request.channel();
        ticket.serviceType = request.serviceType();
        ticket.priority = request.priority();
        ticket.summary = request.summary();
        ticket.instructions = request.instructions();
        ticket.customerId = request.customerId();
        ticket.contactId = request.contactId();
        ticket.locationId = request.locationId();
        ticket.assetId = request.assetId();
        ticket.requiredSkills = request.requiredSkills().toArray(String[]::new);
        ticket.followUpOf = request.followUpOf();
        ticket.createdAt = by.at();
        ticket.createdBy = by.id();
        ticket.respondBy = by.at().plus(level.respond());
        ticket.resolveBy = by.at().plus(level.resolve());
        ticket.note("CREATE", by, by.at(), number + ": " + request.summary());
        ticket.raise(new TicketEvent.Created(ticket, parties));
        return ticket;
    }

    void qualify(By by) {
        moveTo(Command.QUALIFY, by, null);
    }

    void waitForCustomer(By by, String reason) {
        moveTo(Command.WAIT_FOR_CUSTOMER, by, reason);
    }

    void resume(By by) {
        moveTo(Command.RESUME, by, null);
    }

    void cancel(By by, String reason) {
        moveTo(Command.CANCEL, by, reason);
        raise(new TicketEvent.Cancelled(id, reason, by.at()));
    }

    void reject(By by, String reason) {
        moveTo(Command.REJECT, by, reason);
        raise(new TicketEvent.Cancelled(id, reason, by.at()));
    }

    /** Work exists. Says nothing new where the customer is waited for, or where it is over. */
    void orderCreated(UUID orderId, String orderNumber, By by) {
        order(orderId).number = orderNumber;
        if (TicketLifecycle.TABLE.target(state, Command.START_WORK).isPresent()) {
            moveTo(Command.START_WORK, by, orderNumber);
        } else {
            note("ORDER_CREATED", by, by.at(), orderNumber);
        }
    }

    void orderCancelled(String reason, By by) {
        note("ORDER_CANCELLED", by, by.at(), reason);
    }

    void jobClosed(UUID orderId, Instant closedAt, By by) {
        order(orderId).closedAt = closedAt;
        progress(by);
    }

    void invoiced(UUID orderId, UUID invoiceId, String invoiceNumber, Instant issuedAt, By by) {
        order(orderId).settleBy(invoiceId, invoiceNumber, issuedAt);
        note("INVOICED", by, issuedAt, invoiceNumber);
        progress(by);
    }

    void nothingToBill(UUID orderId, String reason, Instant at, By by) {
        order(orderId).settledAt = at;
        note("NOTHING_TO_BILL", by, at, reason);
        progress(by);
    }

    /** Decides by what is known of all orders, so that it does not matter in which order the events come. */
    private void progress(By by) {
        boolean allClosed = orders.stream().allMatch(TicketOrder::isClosed);
        boolean allSettled = allClosed && orders.stream().allMatch(TicketOrder::isSettled);
        if (allClosed && TicketLifecycle.TABLE.target(state, Command.RESOLVE).isPresent()) {
            moveTo(Command.RESOLVE, by, null);
        }
        if (allSettled && TicketLifecycle.TABLE.target(state, Command.CLOSE).isPresent()) {
            moveTo(Command.CLOSE, by, null);
        }
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    private TicketOrder order(UUID orderId) {
        return orders.stream()
                .filter(known -> known.orderId().equals(orderId))
                .findFirst()
                .orElseGet(() -> {
                    TicketOrder order = new TicketOrder(orderId, this);
                    orders.add(order);
                    return order;
                });
    }

    private void moveTo(Command command, By by, String reason) {
        state = move(TicketLifecycle.TABLE, state, command, by, by.at(), reason);
    }

    @Override
    public String kind() {
        return "ticket";
    }

    @Override
    public UUID correlationId() {
        return id;
    }
}
