package dev.fieldservice.ticket.company;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.errands.TicketErrand;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The company that this installation serves: its names, its clock and its calendar. There is one, made with the database. Others
 * are told of it with every day that is not an ordinary one worked out for some years, so that they need no rules of holidays.
 */
@Entity
public class Company extends Aggregate {

    /** The same in every installation, and so the same key on its topic. */
    public static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static final int YEARS_BEFORE = 1;
    private static final int YEARS_AHEAD = 3;

    @JdbcTypeCode(SqlTypes.JSON)
    CompanyDetails details;

    /** The last day of the calendar that the others were told; null before they were told anything. */
    LocalDate toldThrough;

    protected Company() {}

    /** The same once more changes nothing and is told to nobody. */
    void change(CompanyDetails changed, PublicHolidays holidays, By by) {
        if (changed.equals(details)) {
            return;
        }
        details = changed;
        note("CHANGED", by, by.at(), changed.tradeName());
        tell(by.at(), holidays);
    }

    /** What was promised in working hours is due otherwise if these change. */
    Uni<Void> follow(Tx tx, Errands errands, CompanyDetails changed) {
        return changed.hasOtherCalendar(details)
                ? errands.later(
                        tx,
                        TicketErrand.CALENDAR_CHANGED,
                        subject(),
                        CalendarChanged.now(),
                        tx.by().at())
                : Uni.createFrom().voidItem();
    }

    /** Tells the others if they know nothing yet, or if their calendar has become too short: once a year. */
    void tellIfDue(PublicHolidays holidays, By by) {
        if (isToBeTold(by.at())) {
            note("TOLD", by, by.at(), "calendar through " + horizon(by.at()));
            tell(by.at(), holidays);
        }
    }

    private boolean isToBeTold(Instant now) {
        return toldThrough == null || toldThrough.isBefore(horizon(now));
    }

    private void tell(Instant now, PublicHolidays holidays) {
        toldThrough = horizon(now);
        tellAgain(holidays);
    }

    /** Raises the event that carries its state as it is; nothing before the first telling. */
    public void tellAgain(PublicHolidays holidays) {
        if (toldThrough == null) {
            return;
        }
        LocalDate from = LocalDate.of(toldThrough.getYear() - YEARS_AHEAD - YEARS_BEFORE, 1, 1);
        raise(new CompanyEvent.Changed(this, WorkCalendar.of(details, holidays, from, toldThrough)));
    }

    private LocalDate horizon(Instant now) {
        return LocalDate.of(now.atZone(zone()).getYear() + YEARS_AHEAD, 12, 31);
    }

    /** The name that customers know. */
    public String tradeName() {
        return details.tradeName();
    }

    /** Those in which customers are written to. */
    public List<String> languages() {
        return details.languages();
    }

    public ZoneId zone() {
        return ZoneId.of(details.timeZone());
    }

    @Override
    public String kind() {
        return "company";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
