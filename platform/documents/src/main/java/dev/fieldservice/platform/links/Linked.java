package dev.fieldservice.platform.links;

import java.util.UUID;

/**
 * What a link leads to.
 *
 * @param id of the document
 * @param sha256 of its content: a link that was made opens that, and nothing that comes after it
 * @param reader the subject of the token of whoever it was made for
 */
public record Linked(UUID id, String sha256, UUID reader) {}
