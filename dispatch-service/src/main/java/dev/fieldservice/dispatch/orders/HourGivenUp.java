package dev.fieldservice.dispatch.orders;

import java.time.Instant;
import java.util.UUID;

/** The hour that a customer was told of a visit and at which nobody comes: it was planned anew, called off, or ended on the way. */
public record HourGivenUp(UUID appointmentId, UUID orderId, Instant told) {}
