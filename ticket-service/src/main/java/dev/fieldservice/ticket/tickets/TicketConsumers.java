package dev.fieldservice.ticket.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.closedjobs.ClosedJob;
import dev.fieldservice.ticket.coverage.CoverageDecisions;
import dev.fieldservice.ticket.coverage.JobReport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The consumer of what the other services tell about the work of a ticket. */
@ApplicationScoped
public class TicketConsumers {

    private final Tickets tickets;
    private final CycleTime cycleTime;

    public TicketConsumers(Tickets tickets, CycleTime cycleTime) {
        this.tickets = tickets;
        this.cycleTime = cycleTime;
    }

    public record OrderCreated(UUID orderId, String number, UUID ticketId) {}

    public record OrderCancelled(UUID ticketId, String reason) {}

    /** @param holdReason null when it goes on */
    public record OrderHoldChanged(
            UUID orderId,
            UUID ticketId,
            String holdReason,
            @JsonProperty("isCustomersTime") boolean isCustomersTime,
            Instant changedAt) {}

    /** @param state of the visit; one that this service does not know says nothing to it */
    public record VisitProgressed(UUID ticketId, String state, Instant occurredAt) {

        private static final Set<String> WORK = Set.of("TRAVELLING", "ON_SITE", "IN_PROGRESS");

        boolean isWork() {
            return WORK.contains(state);
        }
    }

    public record InvoiceIssued(
            UUID invoiceId, String number, List<UUID> orderIds, List<UUID> ticketIds, Instant issuedAt) {}

    public record CreditNoteIssued(String number, List<UUID> ticketIds, Instant issuedAt) {}

    public record NothingToBill(UUID orderId, UUID ticketId, String reason, Instant recordedAt) {}

    public Uni<Void> orderCreated(Tx tx, OrderCreated event) {
        return on(tx, event.ticketId(), news -> news.created(event.orderId(), event.number()));
    }

    public Uni<Void> orderCancelled(Tx tx, OrderCancelled event) {
        return on(tx, event.ticketId(), news -> news.cancelled(event.reason()));
    }

    public Uni<Void> orderHoldChanged(Tx tx, OrderHoldChanged event) {
        return on(
                tx,
                event.ticketId(),
                news -> news.holdChanged(
                        event.orderId(), event.holdReason(), event.isCustomersTime(), event.changedAt()));
    }

    /** The first step of the first visit counts; the others cost one look. */
    public Uni<Void> visitProgressed(Tx tx, VisitProgressed event) {
        if (!event.isWork()) {
            return Uni.createFrom().voidItem();
        }
        return Tickets.isUnbegun(tx, event.ticketId())
                .chain(isUnbegun -> isUnbegun
                        ? on(tx, event.ticketId(), news -> news.workBegan(event.occurredAt()))
                        : Uni.createFrom().voidItem());
    }

    /** What of it is covered is decided, and kept for its machine, under the lock of its ticket. */
    public Uni<Void> jobClosed(Tx tx, JobReport event) {
        return changed(tx, event.ticketId(), news -> news.jobClosed(event.orderId(), event.closedAt()))
                .chain(ticket -> CoverageDecisions.decide(tx, ticket.promise.agreement, event))
                .chain(() -> ClosedJob.keep(tx, event));
    }

    public Uni<Void> nothingToBill(Tx tx, NothingToBill event) {
        return on(
                tx, event.ticketId(), news -> news.nothingToBill(event.orderId(), event.reason(), event.recordedAt()));
    }

    public Uni<Void> invoiceIssued(Tx tx, InvoiceIssued event) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int i = 0; i < event.orderIds().size(); i++) {
            UUID orderId = event.orderIds().get(i);
            UUID ticketId = event.ticketIds().get(i);
            done = done.chain(() -> on(
                    tx, ticketId, news -> news.invoiced(orderId, event.invoiceId(), event.number(), event.issuedAt())));
        }
        return done;
    }

    public Uni<Void> creditNoteIssued(Tx tx, CreditNoteIssued event) {
        return OneByOne.each(
                event.ticketIds(),
                ticketId -> on(tx, ticketId, news -> news.credited(event.number(), event.issuedAt())));
    }

    private Uni<Void> on(Tx tx, UUID ticketId, Consumer<OrderNews> told) {
        return changed(tx, ticketId, told).replaceWithVoid();
    }

    /** Where its clocks run otherwise from then on, their next mark is told as they run now. */
    private Uni<Ticket> changed(Tx tx, UUID ticketId, Consumer<OrderNews> told) {
        return tickets.load(tx, ticketId).call(ticket -> {
            boolean wasClosed = ticket.isClosed();
            boolean wasResolved = ticket.isResolved();
            int clocks = ticket.promise.clockVersion;
            told.accept(new OrderNews(ticket, tx.by()));
            if (ticket.isClosed() && !wasClosed) {
                cycleTime.closed(ticket, tx.by().at());
            }
            Uni<Void> watched =
                    ticket.promise.clockVersion == clocks ? Uni.createFrom().voidItem() : tickets.watch(tx, ticket);
            return ticket.isResolved() && !wasResolved
                    ? watched.chain(() -> tickets.tellPlan(tx, ticket, true))
                    : watched;
        });
    }
}
