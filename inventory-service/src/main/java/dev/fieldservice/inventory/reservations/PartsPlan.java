package dev.fieldservice.inventory.reservations;

import dev.fieldservice.inventory.events.InventoryEvent;
import dev.fieldservice.inventory.events.PartsReadiness;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** What the next visit of an order is to take along: reserved while the visit is ahead or under way, then released. */
@Entity
public class PartsPlan extends Aggregate {

    /** Whether anything is reserved for it. */
    public enum State {
        RESERVED,
        RELEASED
    }

    UUID ticketId;
    UUID appointmentId;
    long assignmentVersion;
    UUID technicianId;
    Instant visitStart;

    @Enumerated(EnumType.STRING)
    State state;

    /** When the visit was first planned: who came first is served first, and what was used before was used on an earlier visit. */
    Instant since;

    @Enumerated(EnumType.STRING)
    PartsReadiness told;

    /** What was told to be missing, as text. */
    String toldMissing;

    protected PartsPlan() {}

    static PartsPlan of(OrderAssigned plan) {
        PartsPlan made = new PartsPlan();
        made.id = plan.orderId();
        made.ticketId = plan.ticketId();
        made.told = PartsReadiness.NONE;
        made.toldMissing = "";
        made.follow(plan);
        return made;
    }

    void follow(OrderAssigned plan) {
        if (!plan.appointmentId().equals(appointmentId)) {
            since = plan.assignedAt();
        }
        appointmentId = plan.appointmentId();
        assignmentVersion = plan.assignmentVersion();
        technicianId = plan.leader();
        visitStart = plan.window().start();
        state = State.RESERVED;
    }

    boolean isNewerThan(OrderAssigned plan) {
        return assignmentVersion >= plan.assignmentVersion();
    }

    /** True of the visit that ends by this plan's number, or a later one. */
    boolean isEndedBy(UUID appointment, long endedPlan) {
        return state == State.RESERVED && appointmentId.equals(appointment) && assignmentVersion <= endedPlan;
    }

    void release() {
        state = State.RELEASED;
    }

    /** Tells it, unless it is what was told last. */
    void learn(Readiness now, By by) {
        if (told == now.word() && toldMissing.equals(now.text())) {
            return;
        }
        told = now.word();
        toldMissing = now.text();
        note("PARTS_" + told, by, by.at(), toldMissing.isEmpty() ? null : toldMissing);
        raise(new InventoryEvent.ReadinessChanged(this, ticketId, told, now.missing(), by.at()));
    }

    @Override
    public String kind() {
        return "parts-plan";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
