package dev.fieldservice.ticket.attachments;

import java.util.UUID;

/**
 * What the sender says of an attachment.
 *
 * @param id chosen by the sender, who may send the file again
 * @param name under which it is saved
 * @param caption null if there is none
 */
public record NewAttachment(UUID id, String name, String caption) {}
