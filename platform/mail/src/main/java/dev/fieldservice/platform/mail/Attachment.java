package dev.fieldservice.platform.mail;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * A file that goes with a mail.
 *
 * @param name as the recipient sees it
 * @param bytes fetched when the mail is sent, outside of any transaction
 */
public record Attachment(String name, String mediaType, Supplier<Uni<byte[]>> bytes) {}
