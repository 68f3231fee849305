package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.orders.OrderLifecycle.Fact;
import dev.fieldservice.platform.aggregates.By;
import java.util.List;

/** The changes of a ticket, and what they do to its order beside the plan. */
record Following(ServiceOrder order, TicketTold ticket, By by) {

    /** What is closed stays as it was; that something was attached to the ticket concerns nobody here. */
    void tooLate() {
        if (isCorrection() || ticket.work() != TicketTold.Work.WANTED) {
            order.say("TICKET_CHANGED_TOO_LATE", by.at(), ticket.reason(), by);
        }
    }

    /** The ticket, or whom it is about, was put right. */
    void correct() {
        boolean isCorrection = isCorrection();
        order.show(ticket);
        if (isCorrection) {
            order.say("TICKET_CORRECTED", ticket.changedAt(), null, by);
            order.touch(by);
        }
    }

    private boolean isCorrection() {
        return !ticket.jobCard().equals(order.jobCard)
                || !ticket.requiredSkills().equals(List.of(order.requiredSkills));
    }

    void waitForCustomer() {
        order.waitForCustomer(ticket.reason(), ticket.changedAt(), by);
    }

    /** What somebody else waits for, such as a part, is waited for on. */
    void goOn() {
        if (order.waitsForCustomer) {
            order.waitsForCustomer = false;
            if (order.holdReason == HoldReason.CUSTOMER) {
                order.apply(Fact.CUSTOMER_ANSWERED, by, by.at(), null);
            }
        }
    }

    /** Cancelled where nothing has begun. What has is to be stopped on site, and never comes back to the pool. */
    void callOff() {
        if (order.isCalledOff()) {
            return;
        }
        order.calledOffAt = ticket.changedAt();
        order.calledOffBecause = ticket.reason();
        order.followUpRequired = false;
        if (order.takes(Fact.CANCEL)) {
            order.cancel(Fact.CANCEL, ticket.reason(), ticket.changedAt(), by);
        } else {
            order.say("CALLED_OFF", ticket.changedAt(), ticket.reason(), by);
        }
    }
}
