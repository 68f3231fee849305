package dev.fieldservice.dispatch.orders;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** What the other services tell about tickets and about work on site. */
@ApplicationScoped
public class OrderConsumers {

    private final ServiceOrders orders;
    private final Bookings bookings;

    public OrderConsumers(ServiceOrders orders, Bookings bookings) {
        this.orders = orders;
        this.bookings = bookings;
    }

    public record JobClosed(UUID orderId, Outcome outcome, Instant closedAt) {}

    public Uni<Void> ticketCreated(Tx tx, TicketCreated event) {
        return orders.create(tx, event);
    }

    public Uni<Void> ticketCancelled(Tx tx, TicketCancelled event) {
        return orders.cancel(tx, event);
    }

    public Uni<Void> visitProgressed(Tx tx, VisitProgressed event) {
        return orders.load(tx, event.orderId())
                .chain(order -> bookings.busyElsewhere(tx, order.visits().get(event.appointmentId()))
                        .invoke(busy -> order.progressed(event, busy, tx.by())))
                .replaceWithVoid();
    }

    public Uni<Void> jobCompleted(Tx tx, JobCompleted event) {
        return on(tx, event.orderId(), order -> order.jobCompleted(event, tx.by()));
    }

    public Uni<Void> jobClosed(Tx tx, JobClosed event) {
        return on(tx, event.orderId(), order -> order.jobClosed(event.outcome(), event.closedAt(), tx.by()));
    }

    private Uni<Void> on(Tx tx, UUID orderId, Consumer<ServiceOrder> change) {
        return orders.load(tx, orderId).invoke(change).replaceWithVoid();
    }
}
