package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one occurrence of a plan. */
@Entity
@Table(name = "maintenance_occurrence")
public class Occurrence extends Recorded {

    /** How it was decided. */
    @Schema(name = "OccurrenceOutcome")
    public enum Outcome {
        /** There is a ticket for it. */
        MADE,
        /** There is none, and why. */
        SKIPPED,
        /** The plan was changed or has ended: the ticket was called off, or it would be made now. */
        WITHDRAWN
    }

    UUID planId;
    String cause;
    LocalDate plannedOn;
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Enumerated(EnumType.STRING)
    DayReason reason;

    String words;
    UUID ticketId;
    Instant decidedAt;

    /** When its work was over; null before. */
    LocalDate overOn;

    /** Null before, false where it was called off. */
    Boolean done;

    protected Occurrence() {}

    static Occurrence made(MaintenancePlan plan, PlannedDay day, UUID ticket, By by) {
        Occurrence made = of(plan, day, Outcome.MADE, by);
        made.ticketId = ticket;
        return made;
    }

    static Occurrence skipped(MaintenancePlan plan, PlannedDay day, By by) {
        return of(plan, day, Outcome.SKIPPED, by);
    }

    private static Occurrence of(MaintenancePlan plan, PlannedDay day, Outcome outcome, By by) {
        Occurrence occurrence = new Occurrence();
        occurrence.id = Ids.next();
        occurrence.planId = plan.id();
        occurrence.set(plan.cause(day), day);
        occurrence.outcome = outcome;
        occurrence.decidedAt = by.at();
        return occurrence;
    }

    private void set(String asCause, PlannedDay day) {
        cause = asCause;
        plannedOn = day.planned();
        dueOn = day.on();
        reason = day.reason();
        words = day.words();
    }

    /** What it is now. */
    PlannedDay day() {
        return new PlannedDay(plannedOn, dueOn, reason, words);
    }

    /** The plan was changed. @param isByDay whether it is known by its day from now on */
    void become(PlannedDay day, boolean isByDay) {
        PlannedDay moved =
                day.on().equals(dueOn) ? day : day.movedTo(day.on(), DayReason.PLAN_CHANGED, "the plan was changed");
        set(isByDay ? day.planned().toString() : cause, moved);
    }

    void withdraw(DayReason why, String because) {
        outcome = Outcome.WITHDRAWN;
        reason = why;
        words = because;
    }

    void over(LocalDate day, boolean isDone) {
        overOn = day;
        done = isDone;
    }

    @Override
    public Subject subject() {
        return new Subject("maintenance-plan", planId, planId);
    }
}
