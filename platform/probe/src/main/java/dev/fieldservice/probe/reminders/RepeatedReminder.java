package dev.fieldservice.probe.reminders;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The same every day; one for each note. */
@ApplicationScoped
public class RepeatedReminder implements InTransaction<Reminder.Content> {

    private static final Duration EVERY = Duration.ofDays(1);

    @Override
    public Class<Reminder.Content> content() {
        return Reminder.Content.class;
    }

    @Override
    public Policy policy() {
        return Policy.repeating(Policy.Repetition.PER_SUBJECT);
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Reminder.Content> errand) {
        return Reminder.remark(tx, errand.content())
                .map(made -> Next.again(errand.due().plus(EVERY)));
    }
}
