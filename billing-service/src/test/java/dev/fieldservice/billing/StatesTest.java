package dev.fieldservice.billing;

import dev.fieldservice.billing.billables.BillingCaseLifecycle;
import dev.fieldservice.billing.credits.CreditNoteLifecycle;
import dev.fieldservice.billing.einvoices.EInvoiceLifecycle;
import dev.fieldservice.billing.invoices.InvoiceLifecycle;
import dev.fieldservice.platform.testing.StatesDocument;
import org.junit.jupiter.api.Test;

/** What each state of this service's machines means to the other services is decided, and stands in docs/states.md. */
class StatesTest {

    @Test
    void everyOtherServiceHasDecidedAboutEveryState() {
        StatesDocument.check("Billing case", "billing", BillingCaseLifecycle.State.class);
        StatesDocument.check("Invoice", "billing", InvoiceLifecycle.State.class);
        StatesDocument.check("E-invoice", "billing", EInvoiceLifecycle.State.class);
        StatesDocument.check("Credit note", "billing", CreditNoteLifecycle.State.class);
    }
}
