package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Inbox;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the other services tell about tickets and about work on site. */
@ApplicationScoped
public class OrderConsumers {

    private final Inbox inbox;
    private final ServiceOrders orders;
    private final Bookings bookings;

    public OrderConsumers(Inbox inbox, ServiceOrders orders, Bookings bookings) {
        this.inbox = inbox;
        this.orders = orders;
        this.bookings = bookings;
    }

    record JobClosed(UUID orderId, Outcome outcome, Instant closedAt) {}

    @Incoming(Topics.TICKET_CREATED)
    Uni<Void> ticketCreated(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(batch, TicketCreated.class, orders::create);
    }

    @Incoming(Topics.TICKET_CANCELLED)
    Uni<Void> ticketCancelled(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(batch, TicketCancelled.class, orders::cancel);
    }

    @Incoming(Topics.VISIT_PROGRESSED)
    Uni<Void> visitProgressed(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(
                batch,
                VisitProgressed.class,
                (tx, event) -> orders.load(tx, event.orderId())
                        .chain(order -> bookings.busyElsewhere(
                                        tx, order.visits().get(event.appointmentId()))
                                .invoke(busy -> order.progressed(event, busy, tx.by()))));
    }

    @Incoming(Topics.JOB_COMPLETED)
    Uni<Void> jobCompleted(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(
                batch,
                JobCompleted.class,
                (tx, event) -> on(tx, event.orderId(), order -> order.jobCompleted(event, tx.by())));
    }

    @Incoming(Topics.JOB_CLOSED)
    Uni<Void> jobClosed(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(
                batch,
                JobClosed.class,
                (tx, event) ->
                        on(tx, event.orderId(), order -> order.jobClosed(event.outcome(), event.closedAt(), tx.by())));
    }

    private Uni<Void> on(Tx tx, UUID orderId, Consumer<ServiceOrder> change) {
        return orders.load(tx, orderId).invoke(change).replaceWithVoid();
    }
}
