package dev.fieldservice.inventory.reservations;

import java.util.UUID;

/** What this service needs of {@code order-unassigned}. */
public record OrderUnassigned(UUID orderId, UUID appointmentId, long assignmentVersion) {}
