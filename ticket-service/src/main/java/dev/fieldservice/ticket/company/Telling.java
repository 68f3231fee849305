package dev.fieldservice.ticket.company;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The hourly job that tells the others of the company when nobody has changed it: after the first start, and when the calendar
 * that they have gets too short. Decided under the lock of the company's row.
 */
@ApplicationScoped
public class Telling implements InTransaction<Telling.Nothing> {

    private static final Duration EVERY = Duration.ofHours(1);

    /** There is nothing to know. */
    public record Nothing() {}

    private final PublicHolidays holidays;

    public Telling(PublicHolidays holidays) {
        this.holidays = holidays;
    }

    @Override
    public Class<Nothing> content() {
        return Nothing.class;
    }

    @Override
    public Policy policy() {
        return Policy.repeating(Policy.Repetition.PER_SERVICE);
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Nothing> errand) {
        return holidays.prepared()
                .chain(() -> tx.load(Company.class, Company.ID))
                .invoke(company -> company.tellIfDue(holidays, tx.by()))
                .replaceWith(() -> Next.again(tx.by().at().plus(EVERY)));
    }
}
