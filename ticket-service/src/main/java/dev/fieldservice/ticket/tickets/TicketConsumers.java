package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Inbox;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the other services tell about the work of a ticket. */
@ApplicationScoped
public class TicketConsumers {

    private final Inbox inbox;
    private final Tickets tickets;
    private final CycleTime cycleTime;

    public TicketConsumers(Inbox inbox, Tickets tickets, CycleTime cycleTime) {
        this.inbox = inbox;
        this.tickets = tickets;
        this.cycleTime = cycleTime;
    }

    record OrderCreated(UUID orderId, String number, UUID ticketId) {}

    record OrderCancelled(UUID ticketId, String reason) {}

    record JobClosed(UUID orderId, UUID ticketId, Instant closedAt) {}

    record InvoiceIssued(UUID invoiceId, String number, List<UUID> orderIds, List<UUID> ticketIds, Instant issuedAt) {}

    record NothingToBill(UUID orderId, UUID ticketId, String reason, Instant recordedAt) {}

    @Incoming(Topics.ORDER_CREATED)
    Uni<Void> orderCreated(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(
                batch,
                OrderCreated.class,
                (tx, event) -> on(
                        tx, event.ticketId(), ticket -> ticket.orderCreated(event.orderId(), event.number(), tx.by())));
    }

    @Incoming(Topics.ORDER_CANCELLED)
    Uni<Void> orderCancelled(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(
                batch,
                OrderCancelled.class,
                (tx, event) -> on(tx, event.ticketId(), ticket -> ticket.orderCancelled(event.reason(), tx.by())));
    }

    @Incoming(Topics.JOB_CLOSED)
    Uni<Void> jobClosed(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(
                batch,
                JobClosed.class,
                (tx, event) -> on(
                        tx, event.ticketId(), ticket -> ticket.jobClosed(event.orderId(), event.closedAt(), tx.by())));
    }

    @Incoming(Topics.INVOICE_ISSUED)
    Uni<Void> invoiceIssued(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(batch, InvoiceIssued.class, this::invoiced);
    }

    @Incoming(Topics.NOTHING_TO_BILL)
    Uni<Void> nothingToBill(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(
                batch,
                NothingToBill.class,
                (tx, event) -> on(
                        tx,
                        event.ticketId(),
                        ticket -> ticket.nothingToBill(event.orderId(), event.reason(), event.recordedAt(), tx.by())));
    }

    private Uni<Void> invoiced(Tx tx, InvoiceIssued event) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int i = 0; i < event.orderIds().size(); i++) {
            UUID orderId = event.orderIds().get(i);
            UUID ticketId = event.ticketIds().get(i);
            done = done.chain(() -> on(
                    tx,
                    ticketId,
                    ticket -> ticket.invoiced(orderId, event.invoiceId(), event.number(), event.issuedAt(), tx.by())));
        }
        return done;
    }

    private Uni<Void> on(Tx tx, UUID ticketId, Consumer<Ticket> change) {
        return tickets.load(tx, ticketId)
                .invoke(ticket -> {
                    boolean wasClosed = ticket.isClosed();
                    change.accept(ticket);
                    if (ticket.isClosed() && !wasClosed) {
                        cycleTime.closed(ticket, tx.by().at());
                    }
                })
                .replaceWithVoid();
    }
}
