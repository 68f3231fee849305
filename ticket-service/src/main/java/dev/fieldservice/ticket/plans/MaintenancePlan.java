package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.ticket.plans.PlanLifecycle.Command;
import dev.fieldservice.ticket.plans.PlanLifecycle.State;
import dev.fieldservice.ticket.tickets.TicketDetails;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Work that comes again by itself, and where its days stand. What it has made is kept as {@link Occurrence}. */
@Entity
public class MaintenancePlan extends Aggregate {

    String number;

    @Enumerated(EnumType.STRING)
    State state;

    UUID customerId;
    UUID contactId;
    UUID locationId;
    UUID assetId;
    UUID contractId;

    /** What its tickets say. */
    @JdbcTypeCode(SqlTypes.JSON)
    TicketDetails work;

    @JdbcTypeCode(SqlTypes.JSON)
    PlanSchedule schedule;

    int leadDays;

    /** Grows whenever its days come otherwise: whoever looks at an older one stops. */
    int turn;

    /** Tickets that are made have yet to follow what was changed. */
    boolean unsettled;

    /** The last planned day of a rule that is dealt with. */
    LocalDate considered;

    /** The last day on which something of a rule is done; null for none. */
    LocalDate lastOn;

    /** What a rule planned before it is skipped: the plan was paused; null for nothing. */
    LocalDate skippedBefore;

    /** Of other plans the next day, and by what it is known; null while it is not known yet. */
    LocalDate nextDay;

    String nextCause;

    /** The count of the meter up to which it is dealt with; null before the first reading. */
    BigDecimal meterBase;

    /** Why it is paused or has ended; null while it is active. */
    String reason;

    /** What is known when it is changed. */
    @Transient
    Known known;

    /**
     * What a plan is made and changed by.
     *
     * @param today at the site
     * @param counted what its meter has counted by now; null where it goes by none, or nothing was read
     */
    record Known(LocalDate today, BigDecimal counted) {}

    protected MaintenancePlan() {}

    static MaintenancePlan make(PlanDetails details, String number, Known known, By by) {
        MaintenancePlan plan = new MaintenancePlan();
        plan.id = Ids.next();
        plan.number = number;
        plan.state = State.ACTIVE;
        plan.customerId = details.customerId();
        plan.set(details);
        plan.meterBase = known.counted();
        plan.beginAnew(known.today());
        plan.note("PLAN_MADE", by, by.at(), number + ": " + details.summary());
        return plan;
    }

    /** Tickets that nobody has begun follow. The same once more changes nothing. */
    void change(PlanDetails details, By by) {
        if (!differsFrom(details)) {
            return;
        }
        moveTo(Command.CHANGE, by, null);
        boolean isElsewhen = !details.schedule().equals(schedule)
                || !details.locationId().equals(locationId)
                || !Objects.equals(details.assetId(), assetId);
        if (!details.schedule().goesByMeterOf(schedule) || !Objects.equals(details.assetId(), assetId)) {
            meterBase = known.counted();
        }
        set(details);
        if (isElsewhen) {
            beginAnew(known.today());
        }
        unsettled = true;
        turn++;
    }

    private boolean differsFrom(PlanDetails details) {
        return !details.ofTickets().equals(work)
                || !details.schedule().equals(schedule)
                || details.leadDays() != leadDays
                || !Objects.equals(details.contractId(), contractId);
    }

    private void set(PlanDetails details) {
        contactId = details.contactId();
        locationId = details.locationId();
        assetId = details.assetId();
        contractId = details.contractId();
        work = details.ofTickets();
        schedule = details.schedule();
        leadDays = details.leadDays();
    }

    /** What it planned for days that are over is not looked at again. */
    private void beginAnew(LocalDate today) {
        considered = today.minusDays(1);
        lastOn = null;
        next(null, null);
        if (schedule.rhythm() == PlanSchedule.Rhythm.AFTER_DONE) {
            plan(schedule.firstDay().isBefore(today) ? today : schedule.firstDay());
        }
    }

    void pause(String why, By by) {
        moveTo(Command.PAUSE, by, why);
        turn++;
    }

    void resume(LocalDate today, By by) {
        moveTo(Command.RESUME, by, null);
        skippedBefore = today;
        turn++;
    }

    void end(String why, By by) {
        moveTo(Command.END, by, why);
        unsettled = true;
        turn++;
    }

    void runOut(By by) {
        moveTo(Command.RUN_OUT, by, "nothing more is planned");
    }

    void plan(LocalDate day) {
        next(day, day.toString());
    }

    void next(LocalDate day, String cause) {
        nextDay = day;
        nextCause = cause;
    }

    /** By what an occurrence is known: no other has the same. */
    String cause(PlannedDay day) {
        return schedule.rhythm() == PlanSchedule.Rhythm.RULE ? day.planned().toString() : nextCause;
    }

    void look(Round round) {
        if (schedule.rhythm() == PlanSchedule.Rhythm.RULE) {
            considered = round.considered();
            lastOn = round.lastOn();
        }
    }

    void made(PlannedDay day, String ticket, By by) {
        note("TICKET_MADE", by, by.at(), "%s for %s".formatted(ticket, day.on()));
        pass(day);
    }

    /** It is not made; what follows from the last time is counted from the day on which it would have been. */
    void skipped(PlannedDay day, By by) {
        note("SKIPPED", by, by.at(), "%s: %s".formatted(day.planned(), day.words()));
        pass(day);
        if (schedule.rhythm() == PlanSchedule.Rhythm.AFTER_DONE) {
            plan(day.planned().plusDays(schedule.daysAfterDone()));
        }
    }

    private void pass(PlannedDay day) {
        if (schedule.rhythm() == PlanSchedule.Rhythm.RULE) {
            considered = day.planned();
            lastOn = day.isDone() ? day.on() : lastOn;
        } else {
            next(null, null);
        }
    }

    /** The work is over; the next is waited for. @param day from which that is counted; planned the day for which this was planned */
    void goOnAfter(LocalDate day, LocalDate planned) {
        if (schedule.rhythm() == PlanSchedule.Rhythm.AFTER_DONE && nextDay == null) {
            LocalDate next = day.plusDays(schedule.daysAfterDone());
            plan(next.isAfter(planned) ? next : planned.plusDays(1));
            turn++;
        }
    }

    /** Whether it goes by such a meter. */
    boolean counts(String unit) {
        return schedule.meter() != null && schedule.meter().unit().equals(unit);
    }

    /** Its meter was read. */
    void lookAgain() {
        turn++;
    }

    private void moveTo(Command command, By by, String why) {
        state = move(PlanLifecycle.TABLE, state, command, by, by.at(), why);
        if (command != Command.CHANGE) {
            reason = why;
        }
    }

    /** What a person may do now, as it stands in the URL. */
    List<String> allowedCommands() {
        return PlanLifecycle.words(state);
    }

    @Override
    protected List<String> offered(List<String> words) {
        return words.stream().filter(PlanLifecycle::isInUrls).toList();
    }

    @Override
    public String kind() {
        return "maintenance-plan";
    }

    /** By which its history is asked for. */
    @Override
    public UUID correlationId() {
        return id;
    }
}
