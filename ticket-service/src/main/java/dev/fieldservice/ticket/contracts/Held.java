package dev.fieldservice.ticket.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a request keeps of an allowance until its work is closed.
 *
 * @param amount visits, or minutes
 * @param periodFrom first day of the period that it counts for
 */
public record Held(Allowance.Unit unit, String clause, BigDecimal amount, LocalDate periodFrom) {}
