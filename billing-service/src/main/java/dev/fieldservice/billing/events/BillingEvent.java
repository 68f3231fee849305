package dev.fieldservice.billing.events;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.events.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The domain events about billing, which others are told. */
public sealed interface BillingEvent extends DomainEvent {

    record InvoiceIssued(
            UUID invoiceId, String number, List<UUID> orderIds, List<UUID> ticketIds, Money total, Instant issuedAt)
            implements BillingEvent {}

    record InvoicePaid(
            UUID invoiceId, String number, UUID customerId, Money total, LocalDate settledOn, Instant settledAt)
            implements BillingEvent {}

    record NothingToBill(UUID orderId, UUID ticketId, String reason, Instant recordedAt) implements BillingEvent {}

    /** @param withdrawnAt null until it was taken back */
    record JobReturned(
            UUID orderId,
            UUID ticketId,
            int returnNumber,
            String shortcoming,
            String reason,
            UUID returnedBy,
            String returnedByName,
            Instant returnedAt,
            Instant withdrawnAt)
            implements BillingEvent {}

    /** @param total what is taken back, positive */
    record CreditNoteIssued(
            UUID creditNoteId,
            String number,
            UUID invoiceId,
            String invoiceNumber,
            List<UUID> orderIds,
            List<UUID> ticketIds,
            Money total,
            Instant issuedAt)
            implements BillingEvent {}
}
