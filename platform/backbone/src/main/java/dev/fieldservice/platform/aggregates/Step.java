package dev.fieldservice.platform.aggregates;

import java.time.Instant;

/**
 * One entry in an aggregate's history.
 *
 * @param from state before, null if the step is not a transition
 * @param to state after, null if the step is not a transition
 * @param occurredAt when it happened on the device; {@code by.at()} says when it was recorded
 * @param reason why, or what exactly; null if there is nothing to add
 */
public record Step(String action, String from, String to, By by, Instant occurredAt, String reason) {}
