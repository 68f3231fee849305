package dev.fieldservice.workorder.errands;

import dev.fieldservice.platform.errands.ErrandKind;
import java.util.UUID;

/** The kinds of jobs that this service has done later. */
public enum WorkOrderErrand implements ErrandKind {
    /** A small picture of a photo. */
    PHOTO_THUMBNAIL,
    /** Something of a closed job was taken back: finance is told anew what was done. */
    REPORT_ANEW,
    /** A closed job has changed, or was closed: its report is made, or another edition. The database writes it by this name. */
    REPORT,
    /** A report is printed and issued. */
    REPORT_PAPER,
    /** A report goes to somebody. */
    REPORT_MAIL;

    /** The closed job. */
    public record Closed(UUID orderId) {}
}
