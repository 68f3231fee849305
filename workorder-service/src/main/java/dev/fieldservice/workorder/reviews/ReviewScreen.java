package dev.fieldservice.workorder.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.workorder.checklists.ChecklistItemView;
import dev.fieldservice.workorder.checklists.ChecklistView;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.labour.TimeEntryView;
import dev.fieldservice.workorder.overview.ChecklistSummary;
import dev.fieldservice.workorder.parts.PartUsageView;
import dev.fieldservice.workorder.photos.Photo;
import dev.fieldservice.workorder.photos.PhotoCount;
import dev.fieldservice.workorder.photos.PhotoView;
import dev.fieldservice.workorder.signatures.LastSignature;
import dev.fieldservice.workorder.signatures.Signature;
import dev.fieldservice.workorder.signatures.SignatureView;
import dev.fieldservice.workorder.signatures.SigningContent;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.workorders.JobReturn;
import dev.fieldservice.workorder.workorders.Review;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderFacts;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle;
import dev.fieldservice.workorder.worktypes.SignatureState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reviewer needs to see of a job before they decide. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReviewScreen")
public record ReviewScreen(
        UUID workOrderId,
        String number,

        @Schema(description = "Of all that is shown; approve wants it as reviewedVersion")
        long version,

        WorkOrderLifecycle.State state,
        Review review,
        @Schema(nullable = true) Outcome outcome,

        @Schema(nullable = true, description = "What the technician said at the end")
        String remark,

        boolean followUpRequired,

        @Schema(nullable = true, description = "What finance found fault with, which has sent it back")
        JobReturn returned,

        List<ReviewWarning> warnings,

        @Schema(nullable = true, description = "What the customer said last")
        SignatureView signature,

        @Schema(description = "Oldest first") List<VisitTimes> visits,
        List<TimeEntryView> timeEntries,
        @Schema(description = "Of all who worked together") long labourMinutes,
        @Schema(description = "That were not taken back") List<PartUsageView> parts,

        @Schema(description = "That were to be taken along, of the current plan")
        List<Assignment.PlannedPart> plannedParts,

        @Schema(nullable = true, description = "How far it is with what its kind of work asks for")
        ChecklistSummary checklist,

        @Schema(description = "What its kind of work asks, and what was answered")
        List<ChecklistItemView> checklistItems,

        @Schema(description = "What complete would be refused for now; whoever closes a job that was complete says why")
        List<FieldError> missing,

        @Schema(description = "Of each kind of which there are any")
        List<PhotoCount> photos,

        @Schema(description = "Those that stand, in the order in which they were taken")
        List<ReviewPhoto> pictures,

        @Schema(description = "A row for each part that was planned or used")
        List<ReviewPart> partsAgainstPlan) {

    static ReviewScreen of(
            WorkOrder order,
            List<Visit> visits,
            Done done,
            Optional<Signature> last,
            List<PhotoView> photos,
            List<ReviewPart> parts) {
        WorkOrderFacts o = order.facts();
        SignatureState onSignature = LastSignature.of(order, done, last);
        List<ChecklistItemView> asked = ChecklistView.of(order, onSignature).items();
        List<VisitTimes> times =
                visits.stream().map(visit -> VisitTimes.of(visit, o)).toList();
        Optional<SignatureView> signature = last.map(given -> SignatureView.of(given, SigningContent.of(order, done)));
        return new ReviewScreen(
                o.id(),
                o.number(),
                order.version(),
                o.state(),
                o.review(),
                o.outcome(),
                o.remark(),
                o.followUpRequired(),
                o.returned(),
                Stream.of(
                                aboutSignature(signature),
                                aboutPhotos(times, photos),
                                aboutTime(times, done),
                                when(!Closing.missing(order).isEmpty(), ReviewWarning.SOMETHING_MISSING),
                                when(
                                        asked.stream().anyMatch(ReviewScreen::isOutOfLimits),
                                        ReviewWarning.ANSWER_OUT_OF_LIMITS),
                                when(isOffPlan(parts), ReviewWarning.PARTS_OFF_PLAN))
                        .flatMap(Optional::stream)
                        .toList(),
                signature.orElse(null),
                times,
                done.times().stream().map(TimeEntryView::of).toList(),
                done.labour().toMinutes(),
                done.counted().stream().map(PartUsageView::of).toList(),
                o.assignment().plannedParts(),
                ChecklistSummary.of(order, onSignature).orElse(null),
                asked,
                order.fulfilment().missing(onSignature),
                PhotoCount.of(photos),
                photos.stream().map(photo -> ReviewPhoto.of(o.id(), photo)).toList(),
                parts);
    }

    private static Optional<ReviewWarning> aboutSignature(Optional<SignatureView> last) {
        return last.isEmpty()
                ? Optional.of(ReviewWarning.NO_SIGNATURE)
                : switch (last.get().outcome()) {
                    case REFUSED -> Optional.of(ReviewWarning.SIGNATURE_REFUSED);
                    case ABSENT -> Optional.of(ReviewWarning.CUSTOMER_ABSENT);
                    case SIGNED ->
                        when(
                                !last.get().valid(),
                                last.get().onlyPhotosAdded() == null
                                        ? ReviewWarning.SIGNATURE_OUTDATED
                                        : ReviewWarning.PHOTOS_AFTER_SIGNATURE);
                };
    }

    private static Optional<ReviewWarning> aboutPhotos(List<VisitTimes> visits, List<PhotoView> photos) {
        boolean isShown = photos.stream().anyMatch(photo -> photo.kind() == Photo.Kind.AFTER);
        return when(hasWork(visits) && !isShown, ReviewWarning.NO_PHOTO_AFTER);
    }

    private static Optional<ReviewWarning> aboutTime(List<VisitTimes> visits, Done done) {
        return when(hasWork(visits) && done.labour().isZero(), ReviewWarning.WORK_WITHOUT_TIME);
    }

    /** Where nothing was planned, nothing is off. */
    private static boolean isOffPlan(List<ReviewPart> parts) {
        return parts.stream().anyMatch(part -> part.planned().signum() > 0)
                && parts.stream().anyMatch(ReviewPart::isOffPlan);
    }

    private static boolean isOutOfLimits(ChecklistItemView item) {
        return item.answer() != null && item.answer().outOfLimits();
    }

    private static Optional<ReviewWarning> when(boolean is, ReviewWarning warning) {
        return is ? Optional.of(warning) : Optional.empty();
    }

    private static boolean hasWork(List<VisitTimes> visits) {
        return visits.stream().anyMatch(VisitTimes::hasWork);
    }
}
