package dev.fieldservice.workorder.errands;

import dev.fieldservice.platform.errands.ErrandKind;
import java.util.UUID;

/** The kinds of jobs that this service has done later. */
public enum WorkOrderErrand implements ErrandKind {
    /** A small picture of a photo. */
    PHOTO_THUMBNAIL,
    /** Something of a closed job was taken back: finance is told anew what was done. */
    REPORT_ANEW;

    /** The closed job. */
    public record Closed(UUID orderId) {}
}
