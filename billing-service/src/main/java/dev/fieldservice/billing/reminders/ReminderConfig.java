package dev.fieldservice.billing.reminders;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** When customers are reminded. */
@ConfigMapping(prefix = "fieldservice.reminders")
public interface ReminderConfig {

    /** For how many days an invoice is overdue when its customer is reminded of it for the first time, the second, and so on. */
    @WithDefault("7,21,35")
    List<Integer> levels();

    /** How often drafts are made of what has become overdue. */
    @WithDefault("PT1H")
    Duration every();
}
