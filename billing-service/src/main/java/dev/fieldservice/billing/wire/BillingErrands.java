package dev.fieldservice.billing.wire;

import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.billing.invoices.FollowPrices;
import dev.fieldservice.billing.invoices.RepriceInvoice;
import dev.fieldservice.billing.reminders.DraftReminders;
import dev.fieldservice.billing.reminders.ReminderMail;
import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.platform.mail.Mails;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class BillingErrands implements ErrandTable<BillingErrand> {

    private final FollowPrices followPrices;
    private final RepriceInvoice repriceInvoice;
    private final DraftReminders draftReminders;
    private final ReminderMail reminderMail;
    private final Mails mails;

    public BillingErrands(
            FollowPrices followPrices,
            RepriceInvoice repriceInvoice,
            DraftReminders draftReminders,
            ReminderMail reminderMail,
            Mails mails) {
        this.followPrices = followPrices;
        this.repriceInvoice = repriceInvoice;
        this.draftReminders = draftReminders;
        this.reminderMail = reminderMail;
        this.mails = mails;
    }

    @Override
    public Class<BillingErrand> kinds() {
        return BillingErrand.class;
    }

    @Override
    public Handling<?> handling(BillingErrand kind) {
        return switch (kind) {
            case FOLLOW_PRICES -> followPrices;
            case REPRICE_INVOICE -> repriceInvoice;
            case DRAFT_REMINDERS -> draftReminders;
            case REMINDER_MAIL -> mails.handling(reminderMail);
        };
    }
}
