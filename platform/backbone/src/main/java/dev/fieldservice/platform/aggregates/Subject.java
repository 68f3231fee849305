package dev.fieldservice.platform.aggregates;

import java.util.UUID;

/**
 * Whose history a step belongs to.
 *
 * @param kind what people call this kind of thing, such as {@code work-order}
 * @param correlationId ties the histories of all services together; null where there is nothing to tie to
 */
public record Subject(String kind, UUID id, UUID correlationId) {}
