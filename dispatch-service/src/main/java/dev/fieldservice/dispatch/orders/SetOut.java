package dev.fieldservice.dispatch.orders;

import java.util.UUID;

/** Somebody has set out for a visit. */
public record SetOut(UUID appointmentId, UUID orderId) {}
