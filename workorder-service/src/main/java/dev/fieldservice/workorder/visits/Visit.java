package dev.fieldservice.workorder.visits;

import dev.fieldservice.workorder.visits.VisitLifecycle.State;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One appointment as it went. A work order that needs a follow-up has several. */
@Entity
public class Visit {

    @Id
    UUID appointmentId;

    UUID workOrderId;

    @Enumerated(EnumType.STRING)
    State state;

    @JdbcTypeCode(SqlTypes.JSON)
    Milestone travel;

    @JdbcTypeCode(SqlTypes.JSON)
    Milestone arrival;

    @JdbcTypeCode(SqlTypes.JSON)
    Milestone startOfWork;

    @JdbcTypeCode(SqlTypes.JSON)
    Milestone endOfWork;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    /** By whom it was done; null until it is over. */
    @JdbcTypeCode(SqlTypes.JSON)
    Assignment assignment;

    Instant createdAt;

    protected Visit() {}

    public Visit(UUID appointmentId, UUID workOrderId, Instant createdAt) {
        this.appointmentId = appointmentId;
        this.workOrderId = workOrderId;
        this.state = State.ASSIGNED;
        this.createdAt = createdAt;
    }

    public UUID appointmentId() {
        return appointmentId;
    }

    public State state() {
        return state;
    }

    /**
     * Takes the state that the table has given, and keeps when and where.
     *
     * @param milestone null where nobody on site did it
     */
    public void reach(State next, VisitLifecycle.Command command, Milestone milestone) {
        state = next;
        switch (command) {
            case TRAVEL -> travel = milestone;
            case ARRIVE -> arrival = milestone;
            case START -> startOfWork = milestone;
            case COMPLETE, COMPLETE_PARTLY, GIVE_UP, HAND_OVER -> endOfWork = milestone;
            case SEND_BACK -> endAgain();
            case ACCEPT, REJECT, PAUSE, RESUME, REASSIGN, CANCEL -> {}
        }
    }

    public Outcome outcome() {
        return outcome;
    }

    public Assignment assignment() {
        return assignment;
    }

    /** Those who have taken it upon themselves to go, which nobody can undo; whoever was first comes first. */
    public List<UUID> whoSetOut() {
        return Stream.of(travel, arrival, startOfWork)
                .filter(Objects::nonNull)
                .map(Milestone::technicianId)
                .distinct()
                .toList();
    }

    public void endedAs(Outcome ending, Assignment by) {
        outcome = ending;
        assignment = by;
    }

    private void endAgain() {
        endOfWork = null;
        outcome = null;
        assignment = null;
    }
}
