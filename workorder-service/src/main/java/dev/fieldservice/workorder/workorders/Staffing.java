package dev.fieldservice.workorder.workorders;

import dev.fieldservice.workorder.visits.Assignment;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who has a work order, when and by which decision of dispatch, and everybody who ever had a part in it. */
@Embeddable
class Staffing {

    /** The newest decision that gives the current visit to somebody, whether or not it came too late. */
    long assignmentVersion;

    /** The decision by which it is planned as it is. */
    long planVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    Assignment assignment;

    UUID[] technicianIds;

    /** Everybody who ever had it: none of them may review it. */
    UUID[] involvedIds = new UUID[0];

    /** Everybody who took part in one of its visits, whoever has it now. */
    UUID[] participantIds = new UUID[0];

    @JdbcTypeCode(SqlTypes.JSON)
    TakenAway takenAway = TakenAway.NOTHING;

    void plan(Assignment plan, long decision) {
        planVersion = decision;
        plan(plan);
    }

    /** The same decision, for others than before or under other names. */
    void plan(Assignment plan) {
        assignment = plan;
        technicianIds = plan.technicianIds();
    }

    /** A decision that gives the current visit to somebody, whatever comes of it. */
    void heard(long decision) {
        assignmentVersion = decision;
    }

    void takeAway(UUID appointmentId, List<UUID> from, Instant at) {
        takenAway = takenAway.with(new TakenAway.Plan(appointmentId, assignment, from, at));
    }

    /** Who has it now has a part in it from now on. */
    void involve() {
        involve(technicianIds);
    }

    /** They have a part in it, whoever has it now. */
    void involve(UUID... who) {
        involvedIds = with(involvedIds, who);
    }

    boolean isInvolved(UUID whose) {
        return List.of(involvedIds).contains(whose);
    }

    /** They take part in one of its visits. */
    void participate(UUID... who) {
        if (!List.of(participantIds).containsAll(List.of(who))) {
            participantIds = with(participantIds, who);
        }
    }

    boolean tookPart(UUID whose) {
        return List.of(participantIds).contains(whose);
    }

    /** In ascending order. */
    List<UUID> crew() {
        return Stream.of(technicianIds).sorted().toList();
    }

    private static UUID[] with(UUID[] before, UUID[] more) {
        return Stream.concat(Stream.of(before), Stream.of(more)).distinct().toArray(UUID[]::new);
    }
}
