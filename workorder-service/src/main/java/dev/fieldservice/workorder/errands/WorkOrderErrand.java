package dev.fieldservice.workorder.errands;

import dev.fieldservice.platform.errands.ErrandKind;
import java.time.Instant;
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
    REPORT_MAIL,
    /** A completed job waits to be examined: by whom, by nobody, or too long. */
    REVIEW_AWAITED,
    /** There is another review rule: what was completed before every replica knew is found. */
    REVIEW_RULE_SET;

    /** The closed job. */
    public record Closed(UUID orderId) {}

    /** @param since when it was completed, so that it is not taken for another time it was */
    public record Awaited(UUID orderId, Instant since) {}

    /** @param until when every replica knew it */
    public record RuleSet(Instant since, Instant until) {}
}
