package dev.fieldservice.billing.reminders;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Letters about what is overdue that wait for somebody to send them. */
@ApplicationScoped
class ReminderWatches implements Watches {

    @Override
    public List<Watch> watches() {
        return List.of(new Watch(
                        "REMINDERS_DRAFTED",
                        Set.of(Role.ACCOUNTANT, Role.ADMIN),
                        "/v1/reminders?state=DRAFT",
                        "reminder r",
                        "r.state = 'DRAFT'",
                        "r.drafted_at")
                .kept("reminder", "DRAFT", "REMINDER_DRAFTED"));
    }
}
