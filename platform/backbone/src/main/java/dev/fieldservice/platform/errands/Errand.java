package dev.fieldservice.platform.errands;

import dev.fieldservice.platform.aggregates.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * A job from the queue, as its handler sees it.
 *
 * @param id the same on every attempt
 * @param subject whom it is about
 * @param content what was written with it
 * @param due when it was to be done; an attempt comes later than that, never before
 * @param attempt 1 for the first
 */
public record Errand<C>(UUID id, Subject subject, C content, Instant due, int attempt) {}
