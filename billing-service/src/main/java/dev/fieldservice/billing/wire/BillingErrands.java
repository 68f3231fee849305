package dev.fieldservice.billing.wire;

import dev.fieldservice.billing.billables.AssignStale;
import dev.fieldservice.billing.costs.CostJob;
import dev.fieldservice.billing.costs.FollowCosts;
import dev.fieldservice.billing.deliveries.DocumentMail;
import dev.fieldservice.billing.documents.DocumentMaking;
import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.billing.invoices.BookInvoice;
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
    private final DocumentMaking documentMaking;
    private final Handling<?> documentMail;
    private final FollowCosts followCosts;
    private final CostJob costJob;
    private final BookInvoice bookInvoice;
    private final DraftReminders draftReminders;
    private final Handling<?> reminderMail;
    private final AssignStale assignStale;

    public BillingErrands(
            FollowPrices followPrices,
            RepriceInvoice repriceInvoice,
            AssignStale assignStale,
            FollowCosts followCosts,
            CostJob costJob,
            BookInvoice bookInvoice,
            DocumentMaking documentMaking,
            DocumentMail documentMail,
            DraftReminders draftReminders,
            ReminderMail reminderMail,
            Mails mails) {
        this.followPrices = followPrices;
        this.repriceInvoice = repriceInvoice;
        this.documentMaking = documentMaking;
        this.documentMail = mails.handling(documentMail);
        this.followCosts = followCosts;
        this.costJob = costJob;
        this.bookInvoice = bookInvoice;
        this.draftReminders = draftReminders;
        this.reminderMail = mails.handling(reminderMail);
        this.assignStale = assignStale;
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
            case DOCUMENT_FILES -> documentMaking;
            case DOCUMENT_MAIL -> documentMail;
            case FOLLOW_COSTS -> followCosts;
            case COST_JOB -> costJob;
            case BOOK_INVOICE -> bookInvoice;
            case DRAFT_REMINDERS -> draftReminders;
            case REMINDER_MAIL -> reminderMail;
            case ASSIGN_STALE -> assignStale;
        };
    }
}
