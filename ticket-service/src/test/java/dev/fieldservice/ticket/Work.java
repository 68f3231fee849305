package dev.fieldservice.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The work on a ticket, as the other services tell of it. */
record Work(UUID order, String ticket) {

    static Work of(String ticket) {
        return new Work(Ids.next(), ticket);
    }

    void isOrdered() {
        Events.publish(
                Topics.ORDER_CREATED,
                order,
                Contracts.sample(Topics.ORDER_CREATED, Map.of("orderId", order, "ticketId", ticket)));
    }

    void begins() {
        Events.publish(
                Topics.VISIT_PROGRESSED,
                order,
                Contracts.sample(
                        Topics.VISIT_PROGRESSED, Map.of("orderId", order, "ticketId", ticket, "state", "IN_PROGRESS")));
    }

    /** @param reason null when it goes on */
    void isHeld(String reason, boolean isCustomersTime, Instant at) {
        ObjectNode held = (ObjectNode) Contracts.sample(
                Topics.ORDER_HOLD_CHANGED, Map.of("orderId", order, "ticketId", ticket, "changedAt", at.toString()));
        held.put("isCustomersTime", isCustomersTime);
        if (reason == null) {
            var _ = held.remove("holdReason");
        } else {
            var _ = held.put("holdReason", reason);
        }
        Events.publish(Topics.ORDER_HOLD_CHANGED, order, held);
    }

    void isClosed() {
        Events.publish(
                Topics.JOB_CLOSED,
                order,
                Contracts.sample(Topics.JOB_CLOSED, Map.of("orderId", order, "ticketId", ticket)));
    }

    void isClosedAt(String time) {
        Events.publish(
                Topics.JOB_CLOSED,
                order,
                Contracts.sample(Topics.JOB_CLOSED, Map.of("orderId", order, "ticketId", ticket, "closedAt", time)));
    }

    void isClosedAgain(int closureNumber) {
        Events.publish(
                Topics.JOB_CLOSED,
                order,
                Contracts.sample(
                        Topics.JOB_CLOSED,
                        Map.of("orderId", order, "ticketId", ticket, "closureNumber", closureNumber)));
    }

    /** With two parts, of which the second has a serial number in place of another. */
    void isClosedOn(String machine, int closureNumber) {
        Events.publish(Topics.JOB_CLOSED, order, report(machine, closureNumber));
    }

    /** It turned out that none of the parts stayed in the machine. */
    void isClosedWithoutParts(String machine, int closureNumber) {
        ObjectNode closed = report(machine, closureNumber);
        closed.putArray("usages");
        Events.publish(Topics.JOB_CLOSED, order, closed);
    }

    private ObjectNode report(String machine, int closureNumber) {
        ObjectNode closed = (ObjectNode) Contracts.sample(
                Topics.JOB_CLOSED, Map.of("orderId", order, "ticketId", ticket, "closureNumber", closureNumber));
        closed.withObject("/asset").put("id", machine);
        return closed;
    }

    /** It turned out that nothing was worked and used. */
    void isClosedAgainWithoutWork(int closureNumber) {
        ObjectNode closed = (ObjectNode) Contracts.sample(
                Topics.JOB_CLOSED, Map.of("orderId", order, "ticketId", ticket, "closureNumber", closureNumber));
        closed.putArray("labour");
        closed.putArray("usages");
        Events.publish(Topics.JOB_CLOSED, order, closed);
    }

    void hasNothingToBill() {
        Events.publish(
                Topics.NOTHING_TO_BILL,
                order,
                Contracts.sample(Topics.NOTHING_TO_BILL, Map.of("orderId", order, "ticketId", ticket)));
    }

    void isInvoiced() {
        ObjectNode issued = (ObjectNode) Contracts.sample(Topics.INVOICE_ISSUED, Map.of());
        issued.putArray("orderIds").add(order.toString());
        issued.putArray("ticketIds").add(ticket);
        Events.publish(Topics.INVOICE_ISSUED, order, issued);
    }
}
