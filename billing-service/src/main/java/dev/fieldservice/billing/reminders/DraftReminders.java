package dev.fieldservice.billing.reminders;

import dev.fieldservice.billing.days.Day;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/** The job that drafts reminders of what has become overdue. Nothing of it goes out before a person has accepted it. */
@ApplicationScoped
public class DraftReminders implements InTransaction<DraftReminders.Nothing> {

    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** There is nothing to know. */
    public record Nothing() {}

    private final Reminders reminders;
    private final ReminderConfig config;

    DraftReminders(Reminders reminders, ReminderConfig config) {
        this.reminders = reminders;
        this.config = config;
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
        return Day.of(tx.session(), tx.by().at())
                .chain(today -> customers(tx, today)
                        .call(due -> OneByOne.each(due, customer -> reminders.draft(tx, customer, today))))
                .map(due -> Next.again(tx.by().at().plus(due.size() < AT_ONCE ? config.every() : PAUSE)));
    }

    /** Some of those who are to be reminded, in the order in which accounts are locked. */
    private Uni<Set<UUID>> customers(Tx tx, LocalDate today) {
        Set<UUID> due = new TreeSet<>();
        List<Integer> levels =
                IntStream.range(0, config.levels().size()).boxed().toList();
        return OneByOne.each(
                        levels,
                        at -> Overdue.customers(
                                        tx.session(),
                                        today.minusDays(config.levels().get(at)),
                                        at + 1,
                                        AT_ONCE)
                                .invoke(due::addAll))
                .replaceWith(due);
    }
}
