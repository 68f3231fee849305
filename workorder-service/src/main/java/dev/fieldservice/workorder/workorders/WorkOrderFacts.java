package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.workorder.comments.Comment;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.parts.PartUsage;
import dev.fieldservice.workorder.reviews.Review;
import dev.fieldservice.workorder.signatures.Approver;
import dev.fieldservice.workorder.signatures.Signature;
import dev.fieldservice.workorder.signatures.SigningContent;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.State;
import jakarta.persistence.CascadeType;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is known of a work order. What may happen to it stands in {@link PlannedWork} and {@link WorkOrder}. */
@MappedSuperclass
public abstract class WorkOrderFacts extends Aggregate {

    String number;
    UUID ticketId;
    String ticketNumber;

    @Enumerated(EnumType.STRING)
    State state;

    /** Of the current visit, so that lists need not read visits; {@link #reach} keeps both. */
    @Enumerated(EnumType.STRING)
    VisitLifecycle.State visitState;

    UUID appointmentId;

    /** Who set out first, for as long as somebody is on the way or on site: their place in {@code active_work} is taken. */
    UUID activeTechnicianId;

    long assignmentVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    Assignment assignment;

    UUID[] technicianIds;
    /** Everybody who ever had it: none of them may review it. */
    UUID[] involvedIds;

    @JdbcTypeCode(SqlTypes.JSON)
    JobCard jobCard;

    long progressVersion;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    boolean followUpRequired;
    String remark;

    @JdbcTypeCode(SqlTypes.JSON)
    Approver approver;

    String billingNotes;

    @JdbcTypeCode(SqlTypes.JSON)
    Review review;

    int closureNumber;
    Instant changedAt;
    Instant closedAt;

    @OneToMany(mappedBy = "workOrder", cascade = CascadeType.PERSIST)
    @OrderBy("createdAt")
    List<Visit> visits = new ArrayList<>();

    @OneToMany(mappedBy = "workOrder", cascade = CascadeType.PERSIST)
    @OrderBy("recordedAt, id")
    List<PartUsage> usages = new ArrayList<>();

    @OneToMany(mappedBy = "workOrder", cascade = CascadeType.PERSIST)
    @OrderBy("recordedAt, id")
    List<TimeEntry> timeEntries = new ArrayList<>();

    @OneToMany(mappedBy = "workOrder", cascade = CascadeType.PERSIST)
    @OrderBy("recordedAt, id")
    List<Comment> comments = new ArrayList<>();

    @OneToMany(mappedBy = "workOrder", cascade = CascadeType.PERSIST)
    @OrderBy("recordedAt, id")
    List<Signature> signatures = new ArrayList<>();

    public State state() {
        return state;
    }

    /** Somebody is on the way or on site. */
    public boolean isOccupying() {
        return visitState.isOccupying();
    }

    /** In ascending order. */
    public List<UUID> crew() {
        return Stream.of(technicianIds).sorted().toList();
    }

    boolean isAssignedTo(UUID technicianId) {
        return List.of(technicianIds).contains(technicianId);
    }

    boolean isUnderWay() {
        return state == State.IN_PROGRESS || state == State.PAUSED;
    }

    boolean awaitsFollowUp() {
        return state == State.COMPLETED && followUpRequired;
    }

    Visit visit() {
        return visit(appointmentId).orElseThrow();
    }

    Optional<Visit> visit(UUID appointment) {
        return visits.stream()
                .filter(visit -> visit.appointmentId().equals(appointment))
                .findFirst();
    }

    Optional<Visit> lastVisitThatIsOver() {
        return visits.reversed().stream()
                .filter(visit -> visit.state().isOver())
                .findFirst();
    }

    /** What the customer said last. */
    public Optional<Signature> signature() {
        return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures.getLast());
    }

    /** The commands that somebody may give now, as they stand in URLs. */
    List<String> allowedCommands() {
        return switch (state) {
            case COMPLETED -> List.of("send-back", "approve");
            case CLOSED, CANCELLED -> List.of();
            case ASSIGNED, IN_PROGRESS, PAUSED -> VisitLifecycle.words(visitState);
        };
    }

    /** What a customer signs of this, as it is now. */
    public SigningContent signingContent() {
        return new SigningContent(
                SigningContent.FORMAT,
                number,
                ticketNumber,
                jobCard.customer().name(),
                jobCard.location().name(),
                jobCard.location().address(),
                jobCard.asset(),
                jobCard.serviceType(),
                jobCard.summary(),
                SigningContent.parts(usages),
                SigningContent.times(timeEntries),
                approver,
                remark);
    }

    @Override
    public String kind() {
        return "work-order";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
