package dev.fieldservice.dispatch.orders;

import java.time.Instant;
import java.util.UUID;

/** What planning needs of {@code ticket-cancelled}. */
public record TicketCancelled(UUID ticketId, String reason, Instant cancelledAt) {}
