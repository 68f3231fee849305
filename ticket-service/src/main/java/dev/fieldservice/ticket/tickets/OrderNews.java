package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.ticket.tickets.TicketLifecycle.Command;
import java.time.Instant;
import java.util.UUID;

/** What the other services tell of the orders of one ticket, in whatever order it comes. */
record OrderNews(Ticket ticket, By by) {

    void created(UUID orderId, String orderNumber) {
        order(orderId).number = orderNumber;
        ticket.note("ORDER_CREATED", by.at(), orderNumber, by);
    }

    void cancelled(String reason) {
        ticket.note("ORDER_CANCELLED", by.at(), reason, by);
    }

    /** While its work waits for the customer, what was promised to them does not run. */
    void holdChanged(UUID orderId, String holdReason, boolean isCustomersTime, Instant at) {
        if (order(orderId).changeHold(isCustomersTime, at)) {
            ticket.note(holdReason == null ? "ORDER_RESUMED" : "ORDER_ON_HOLD", at, holdReason, by);
            if (ticket.waits()) {
                ticket.promise.change(clocks -> clocks.paused(at));
            } else {
                ticket.runOn(at);
            }
        }
    }

    /** Somebody has set out or works. What was called off meanwhile stays so: they are told on site. */
    void workBegan(Instant at) {
        if (ticket.hasBegun()) {
            return;
        }
        ticket.workBegunAt = at;
        ticket.promise.change(clocks -> clocks.responded(at));
        if (TicketLifecycle.TABLE.target(ticket.state, Command.START_WORK).isPresent()) {
            ticket.moveTo(Command.START_WORK, by, at, null);
        } else {
            ticket.note("WORK_BEGUN", at, null, by);
        }
    }

    void jobClosed(UUID orderId, Instant closedAt) {
        order(orderId).closedAt = closedAt;
        progress();
    }

    void invoiced(UUID orderId, UUID invoiceId, String invoiceNumber, Instant issuedAt) {
        order(orderId).settleBy(invoiceId, invoiceNumber, issuedAt);
        ticket.note("INVOICED", issuedAt, invoiceNumber, by);
        progress();
    }

    /** What is settled stays so. */
    void credited(String creditNote, Instant issuedAt) {
        ticket.note("CREDITED", issuedAt, creditNote, by);
    }

    void nothingToBill(UUID orderId, String reason, Instant at) {
        order(orderId).nothingToBill(at);
        ticket.note("NOTHING_TO_BILL", at, reason, by);
        progress();
    }

    /** Decides by what is known of all orders, so that it does not matter in which order the events come. */
    private void progress() {
        boolean allClosed = ticket.orders.stream().allMatch(TicketOrder::isClosed);
        boolean allSettled = allClosed && ticket.orders.stream().allMatch(TicketOrder::isSettled);
        if (allClosed
                && TicketLifecycle.TABLE.target(ticket.state, Command.RESOLVE).isPresent()) {
            ticket.moveTo(Command.RESOLVE, by, null);
            Instant closed = ticket.lastClosedAt(by.at()); // and not when it was heard of
            ticket.promise.change(clocks -> clocks.stopped(closed));
        }
        if (allSettled
                && TicketLifecycle.TABLE.target(ticket.state, Command.CLOSE).isPresent()) {
            ticket.moveTo(Command.CLOSE, by, null);
        }
    }

    private TicketOrder order(UUID orderId) {
        return ticket.orders.stream()
                .filter(known -> known.orderId().equals(orderId))
                .findFirst()
                .orElseGet(() -> {
                    TicketOrder order = new TicketOrder(orderId, ticket);
                    ticket.orders.add(order);
                    return order;
                });
    }
}
