package dev.fieldservice.probe.wire;

import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.probe.errands.ProbeErrand;
import dev.fieldservice.probe.reminders.NoteMail;
import dev.fieldservice.probe.reminders.Reminder;
import dev.fieldservice.probe.reminders.RepeatedReminder;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class ProbeErrands implements ErrandTable<ProbeErrand> {

    private final Reminder reminder;
    private final RepeatedReminder repeatedReminder;
    private final NoteMail noteMail;
    private final Mails mails;

    public ProbeErrands(Reminder reminder, RepeatedReminder repeatedReminder, NoteMail noteMail, Mails mails) {
        this.reminder = reminder;
        this.repeatedReminder = repeatedReminder;
        this.noteMail = noteMail;
        this.mails = mails;
    }

    @Override
    public Class<ProbeErrand> kinds() {
        return ProbeErrand.class;
    }

    @Override
    public Handling<?> handling(ProbeErrand kind) {
        return switch (kind) {
            case REMINDER -> reminder;
            case REPEATED_REMINDER -> repeatedReminder;
            case NOTE_MAIL -> mails.handling(noteMail);
        };
    }
}
