package dev.fieldservice.ticket.attachments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attachment without its content, which has an address of its own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TicketAttachment")
public record AttachmentView(
        UUID id,
        String name,
        @Schema(nullable = true) String caption,

        @Schema(description = "Of the content, as its bytes tell")
        String mediaType,

        @Schema(description = "Of the content, in bytes") long size,

        @Schema(nullable = true, description = "Pixels of the content, upright; absent for a document")
        Integer width,

        @Schema(nullable = true) Integer height,
        @Schema(description = "SHA-256 of what was sent") String sentSha256,

        @Schema(description = "SHA-256 of the content, which was written anew")
        String sha256,

        UUID addedBy,
        String addedByName,
        Instant addedAt,

        @Schema(nullable = true, description = "By whom, when and why it was withdrawn; then supervisors alone see it")
        Withdrawal withdrawal) {

    static AttachmentView of(Attachment a) {
        return new AttachmentView(
                a.id(),
                a.name,
                a.caption,
                a.mediaType,
                a.size,
                a.width,
                a.height,
                a.sentSha256,
                a.sha256,
                a.addedBy,
                a.addedByName,
                a.addedAt,
                a.withdrawal);
    }
}
