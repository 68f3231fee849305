package dev.fieldservice.workorder.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.platform.offers.Offers;
import dev.fieldservice.workorder.comments.Comment;
import dev.fieldservice.workorder.comments.CommentView;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.labour.TimeEntryView;
import dev.fieldservice.workorder.parts.PartUsageView;
import dev.fieldservice.workorder.signatures.LastSignature;
import dev.fieldservice.workorder.signatures.Signature;
import dev.fieldservice.workorder.signatures.SignatureView;
import dev.fieldservice.workorder.signatures.SigningContent;
import dev.fieldservice.workorder.visits.Assignment;
import dev.fieldservice.workorder.visits.LeftOver;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.visits.VisitView;
import dev.fieldservice.workorder.workorders.Approver;
import dev.fieldservice.workorder.workorders.CalledOff;
import dev.fieldservice.workorder.workorders.JobCard;
import dev.fieldservice.workorder.workorders.JobReturn;
import dev.fieldservice.workorder.workorders.Review;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderFacts;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All there is to know about a work order, on one screen. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WorkOrder")
public record WorkOrderView(
        UUID id,
        String number,
        UUID ticketId,
        String ticketNumber,
        WorkOrderLifecycle.State state,
        @Schema(description = "Of the current visit") VisitLifecycle.State visitState,

        @Offers("/v1/work-orders/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        @Schema(nullable = true) CalledOff calledOff,
        JobCard jobCard,
        Links links,
        UUID appointmentId,

        @Schema(description = "Empty after it was taken away")
        List<Assignment.Technician> technicians,

        Assignment.Window window,
        List<Assignment.PlannedPart> plannedParts,
        long assignmentVersion,
        @Schema(description = "Oldest first") List<VisitView> visits,
        List<PartUsageView> usages,
        List<TimeEntryView> timeEntries,

        @Schema(
                maxItems = MOST_COMMENTS,
                description = "The newest, oldest first; all are listed at comments, below this address")
        List<CommentView> comments,

        @Schema(description = "There are older comments than these")
        boolean moreComments,

        @Schema(description = "How many photos stand; they are listed at photos, below this address")
        int photoCount,

        @Schema(
                nullable = true,
                description = "What its kind of work asks for; all of it is at checklist, below this address")
        ChecklistSummary checklist,

        @Schema(nullable = true) Outcome outcome,
        boolean followUpRequired,
        LeftOver leftOver,

        @Schema(nullable = true, description = "What the technician said at the end")
        String remark,

        @Schema(nullable = true) Approver approver,
        @Schema(nullable = true) String billingNotes,

        @Schema(nullable = true, description = "What the customer said last")
        SignatureView signature,

        Review review,

        @Schema(
                nullable = true,
                description = "Finance has sent it back after it was closed; absent once it is closed again")
        JobReturn returned,

        @Schema(description = "How often this was closed") int closureNumber,
        Instant changedAt,
        @Schema(nullable = true) Instant closedAt) {

    /** On the screen: a job of a thousand long ones would take tens of megabytes while it is shown. */
    static final int MOST_COMMENTS = 100;

    /**
     * For the phone's apps.
     *
     * @param map geo URI (RFC 5870)
     * @param directions opens navigation on Android, iOS and in browsers
     */
    @Schema(name = "WorkOrderLinks")
    public record Links(
            @Schema(examples = "geo:44.4269,26.0346") String map, String directions) {

        /** To its address as long as nobody knows where it lies: maps find most of them. */
        static Links to(LocationRef site) {
            GeoPoint point = site.position();
            if (point == null) {
                String address = encoded(site.address());
                return new Links(
                        "geo:0,0?q=" + address, "https://www.google.com/maps/dir/?api=1&destination=" + address);
            }
            String place = plain(point.latitude()) + "," + plain(point.longitude());
            return new Links("geo:" + place, "https://www.google.com/maps/dir/?api=1&destination=" + place);
        }

        private static String encoded(Address address) {
            String words = Stream.of(address.street(), address.postalCode(), address.city(), address.countryCode())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
        }

        private static String plain(double degrees) {
            return BigDecimal.valueOf(degrees).toPlainString();
        }
    }

    /** @param comments oldest first, and one more than are shown if there are more */
    static WorkOrderView of(
            WorkOrder order,
            List<String> allowedCommands,
            List<Visit> visits,
            Done done,
            List<Comment> comments,
            Optional<Signature> last) {
        WorkOrderFacts o = order.facts();
        return new WorkOrderView(
                o.id(),
                o.number(),
                o.ticketId(),
                o.ticketNumber(),
                o.state(),
                o.visitState(),
                allowedCommands,
                o.calledOff(),
                o.jobCard(),
                Links.to(o.jobCard().location()),
                o.appointmentId(),
                o.assignment().technicians(),
                o.assignment().window(),
                o.assignment().plannedParts(),
                o.assignmentVersion(),
                visits.stream()
                        .map(visit -> VisitView.of(visit, o.accounts().of(visit.appointmentId())))
                        .toList(),
                done.usages().stream().map(PartUsageView::of).toList(),
                done.times().stream().map(TimeEntryView::of).toList(),
                comments.stream()
                        .skip(Math.max(0, comments.size() - MOST_COMMENTS))
                        .map(CommentView::of)
                        .toList(),
                comments.size() > MOST_COMMENTS,
                o.photos(),
                ChecklistSummary.of(order, LastSignature.of(order, done, last)).orElse(null),
                o.outcome(),
                o.followUpRequired(),
                o.leftOver(),
                o.remark(),
                o.approver(),
                o.billingNotes(),
                last.map(signature -> SignatureView.of(signature, SigningContent.of(order, done)))
                        .orElse(null),
                o.review(),
                o.returned(),
                o.closureNumber(),
                o.changedAt(),
                o.closedAt());
    }
}
