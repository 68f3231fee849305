package dev.fieldservice.workorder.wire;

import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.workorder.errands.WorkOrderErrand;
import dev.fieldservice.workorder.photos.Thumbnails;
import dev.fieldservice.workorder.reports.ReportMail;
import dev.fieldservice.workorder.reports.ReportMaking;
import dev.fieldservice.workorder.reports.ReportPrinting;
import dev.fieldservice.workorder.reviews.AwaitedReview;
import dev.fieldservice.workorder.reviews.OverlookedReviews;
import dev.fieldservice.workorder.reviews.ReportAnew;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class WorkOrderErrands implements ErrandTable<WorkOrderErrand> {

    private final Thumbnails thumbnails;
    private final ReportAnew reportAnew;
    private final ReportMaking reportMaking;
    private final ReportPrinting reportPrinting;
    private final Mails mails;
    private final ReportMail reportMail;
    private final AwaitedReview awaitedReview;
    private final OverlookedReviews overlookedReviews;

    public WorkOrderErrands(
            Thumbnails thumbnails,
            ReportAnew reportAnew,
            ReportMaking reportMaking,
            ReportPrinting reportPrinting,
            Mails mails,
            ReportMail reportMail,
            AwaitedReview awaitedReview,
            OverlookedReviews overlookedReviews) {
        this.thumbnails = thumbnails;
        this.reportAnew = reportAnew;
        this.reportMaking = reportMaking;
        this.reportPrinting = reportPrinting;
        this.mails = mails;
        this.reportMail = reportMail;
        this.awaitedReview = awaitedReview;
        this.overlookedReviews = overlookedReviews;
    }

    @Override
    public Class<WorkOrderErrand> kinds() {
        return WorkOrderErrand.class;
    }

    @Override
    public Handling<?> handling(WorkOrderErrand kind) {
        return switch (kind) {
            case PHOTO_THUMBNAIL -> thumbnails;
            case REPORT_ANEW -> reportAnew;
            case REPORT -> reportMaking;
            case REPORT_PAPER -> reportPrinting;
            case REPORT_MAIL -> mails.handling(reportMail);
            case REVIEW_AWAITED -> awaitedReview;
            case REVIEW_RULE_SET -> overlookedReviews;
        };
    }
}
