package dev.fieldservice.billing.invoices;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A number and the time that belongs to it.
 *
 * @param at not before that of the number before it
 */
public record InvoiceNumber(String text, Instant at, LocalDate issueDate) {}
