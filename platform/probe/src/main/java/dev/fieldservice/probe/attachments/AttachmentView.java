package dev.fieldservice.probe.attachments;

import java.util.UUID;

/** A file that is attached to a note. */
public record AttachmentView(UUID id, String name, String mediaType, String sha256, long size) {

    static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id(), attachment.name, attachment.mediaType, attachment.sha256, attachment.size);
    }
}
