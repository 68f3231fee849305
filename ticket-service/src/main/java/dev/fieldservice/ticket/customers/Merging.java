package dev.fieldservice.ticket.customers;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a customer who was entered twice is to be one with. */
public record Merging(
        @NotNull @Schema(description = "Who is kept, and takes over what is the other's")
        UUID customerId) {}
