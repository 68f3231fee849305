package dev.fieldservice.dispatch.orders;

import java.time.Instant;
import java.util.UUID;

/** What planning needs of {@code job-completed}. */
public record JobCompleted(
        UUID orderId, UUID appointmentId, Outcome outcome, boolean followUpRequired, Instant completedAt) {}
