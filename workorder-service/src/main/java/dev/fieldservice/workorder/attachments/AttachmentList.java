package dev.fieldservice.workorder.attachments;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All of them at once: a ticket has few. */
@Schema(name = "WorkOrderAttachments")
public record AttachmentList(
        @Schema(maxItems = 50, description = "Those that stand, oldest first")
        List<AttachmentView> items) {}
