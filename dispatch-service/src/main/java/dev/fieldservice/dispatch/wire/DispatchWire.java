package dev.fieldservice.dispatch.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.dispatch.orders.OrderAssignedPayload;
import dev.fieldservice.dispatch.orders.OrderEvent;
import dev.fieldservice.dispatch.worktypes.WorkTypeDefinedPayload;
import dev.fieldservice.dispatch.worktypes.WorkTypeEvent;
import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.events.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The mapping of domain events to messages: names and versions are chosen in these switches and nowhere else. */
@ApplicationScoped
public class DispatchWire implements Wire {

    @Override
    public Message write(DomainEvent event) {
        return event instanceof WorkTypeEvent told ? write(told) : write((OrderEvent) event);
    }

    private static Message write(WorkTypeEvent event) {
        return switch (event) {
            case WorkTypeEvent.Defined e ->
                message(Topics.WORK_TYPE_DEFINED, e.workType().id(), WorkTypeDefinedPayload.of(e));
        };
    }

    private static Message write(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Created e -> message(Topics.ORDER_CREATED, e.orderId(), e);
            case OrderEvent.Cancelled e -> message(Topics.ORDER_CANCELLED, e.orderId(), e);
            case OrderEvent.HoldChanged e -> message(Topics.ORDER_HOLD_CHANGED, e.orderId(), e);
            case OrderEvent.Assigned e ->
                message(Topics.ORDER_ASSIGNED, e.order().id(), OrderAssignedPayload.of(e));
            case OrderEvent.Unassigned e -> message(Topics.ORDER_UNASSIGNED, e.orderId(), e);
        };
    }

    private static Message message(String topic, UUID key, Object payload) {
        return new Message(topic, 1, key.toString(), payload);
    }
}
