package dev.fieldservice.workorder.attachments;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AttachmentRef;
import dev.fieldservice.platform.links.Seal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that came with the request, and where its content is to be had. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WorkOrderAttachment")
public record AttachmentView(
        UUID id,
        String name,

        @Schema(nullable = true, description = "What is to be seen")
        String caption,

        @Schema(description = "Of the content, as its bytes tell")
        String mediaType,

        @Schema(description = "Of the content, in bytes") long size,

        @Schema(description = "SHA-256 of the content, by which a phone knows what it has already")
        String sha256,

        @Schema(
                description =
                        "Address of the content at this API, for whoever asked, with their token; ask anew when it is over",
                examples =
                        "/v1/ticket-attachments/019cad63-ba00-7140-a942-9150abcbf244/content?expires=1772443800&signature=…")
        String href,

        @Schema(description = "The href opens until then") Instant expiresAt) {

    private static final String ADDRESS = "/v1/ticket-attachments/%s/content?%s";

    static AttachmentView of(AttachmentRef file, Seal seal) {
        return new AttachmentView(
                file.id(),
                file.name(),
                file.caption(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                ADDRESS.formatted(file.id(), seal.query()),
                Instant.ofEpochSecond(seal.expires()));
    }
}
