package dev.fieldservice.billing.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.events.BillingEvent;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.events.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The mapping of domain events to messages: names and versions are chosen in this switch and nowhere else. */
@ApplicationScoped
public class BillingWire implements Wire {

    record InvoiceIssued(
            UUID invoiceId, String number, List<UUID> orderIds, List<UUID> ticketIds, Money total, Instant issuedAt) {}

    record InvoicePaid(
            UUID invoiceId, String number, UUID customerId, Money total, LocalDate settledOn, Instant settledAt) {}

    record NothingToBill(UUID orderId, UUID ticketId, String reason, Instant recordedAt) {}

    record Person(UUID id, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobReturned(
            UUID orderId,
            UUID ticketId,
            int returnNumber,
            String shortcoming,
            String reason,
            Person returnedBy,
            Instant returnedAt,
            Instant withdrawnAt) {

        static JobReturned of(BillingEvent.JobReturned e) {
            return new JobReturned(
                    e.orderId(),
                    e.ticketId(),
                    e.returnNumber(),
                    e.shortcoming(),
                    e.reason(),
                    new Person(e.returnedBy(), e.returnedByName()),
                    e.returnedAt(),
                    e.withdrawnAt());
        }
    }

    record CreditNoteIssued(
            UUID creditNoteId,
            String number,
            UUID invoiceId,
            String invoiceNumber,
            List<UUID> orderIds,
            List<UUID> ticketIds,
            Money total,
            Instant issuedAt) {}

    @Override
    public Message write(DomainEvent event) {
        return switch ((BillingEvent) event) {
            case BillingEvent.InvoiceIssued e ->
                message(
                        Topics.INVOICE_ISSUED,
                        e.invoiceId(),
                        new InvoiceIssued(
                                e.invoiceId(), e.number(), e.orderIds(), e.ticketIds(), e.total(), e.issuedAt()));
            case BillingEvent.InvoicePaid e ->
                message(
                        Topics.INVOICE_PAID,
                        e.invoiceId(),
                        new InvoicePaid(
                                e.invoiceId(), e.number(), e.customerId(), e.total(), e.settledOn(), e.settledAt()));
            case BillingEvent.NothingToBill e ->
                message(
                        Topics.NOTHING_TO_BILL,
                        e.orderId(),
                        new NothingToBill(e.orderId(), e.ticketId(), e.reason(), e.recordedAt()));
            case BillingEvent.JobReturned e -> message(Topics.JOB_RETURNED, e.orderId(), JobReturned.of(e));
            case BillingEvent.CreditNoteIssued e ->
                message(
                        Topics.CREDIT_NOTE_ISSUED,
                        e.creditNoteId(),
                        new CreditNoteIssued(
                                e.creditNoteId(),
                                e.number(),
                                e.invoiceId(),
                                e.invoiceNumber(),
                                e.orderIds(),
                                e.ticketIds(),
                                e.total(),
                                e.issuedAt()));
        };
    }

    private static Message message(String topic, UUID key, Object payload) {
        return new Message(topic, 1, key.toString(), payload);
    }
}
