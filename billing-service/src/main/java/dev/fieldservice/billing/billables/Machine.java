package dev.fieldservice.billing.billables;

import java.util.UUID;

/** The customer's machine that a job was about. */
public record Machine(UUID id, String name) {}
