package dev.fieldservice.platform.papers;

import java.time.Instant;

/**
 * A file that lies inside of a PDF (ISO 19005-3, 6.8), and says the same for machines.
 *
 * @param name as a reader of PDFs saves it
 * @param description for people
 */
public record Enclosure(String name, String mediaType, String description, Instant modifiedAt, byte[] content) {}
