package dev.fieldservice.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.billing.billables.BillingCaseLifecycle;
import dev.fieldservice.billing.credits.CreditNoteLifecycle;
import dev.fieldservice.billing.einvoices.EInvoiceLifecycle;
import dev.fieldservice.billing.invoices.InvoiceLifecycle;
import dev.fieldservice.billing.reminders.ReminderLifecycle;
import dev.fieldservice.platform.testing.LifecycleTable;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void everyCommandInEveryStateOfAnInvoiceIsDecided() {
        assertThat(LifecycleTable.of(
                        InvoiceLifecycle.TABLE, InvoiceLifecycle.State.class, InvoiceLifecycle.Command.class))
                .isEqualTo("""
                        DRAFT: REPRICE=DRAFT CORRECT=DRAFT FOLLOW_PRICES=DRAFT CHANGE_LINE=DRAFT SPLIT=DRAFT MOVE=DRAFT ASSIGN_OWNER=DRAFT NOTE=DRAFT ISSUE=ISSUED CREDIT=- VOID=VOIDED REINSTATE=-
                        ISSUED: REPRICE=- CORRECT=- FOLLOW_PRICES=- CHANGE_LINE=- SPLIT=- MOVE=- ASSIGN_OWNER=- NOTE=- ISSUE=- CREDIT=ISSUED VOID=- REINSTATE=-
                        VOIDED: REPRICE=- CORRECT=- FOLLOW_PRICES=- CHANGE_LINE=- SPLIT=- MOVE=- ASSIGN_OWNER=- NOTE=- ISSUE=- CREDIT=- VOID=- REINSTATE=DRAFT""");
    }

    @Test
    void everyCommandInEveryStateOfACreditNoteIsDecided() {
        assertThat(LifecycleTable.of(
                        CreditNoteLifecycle.TABLE, CreditNoteLifecycle.State.class, CreditNoteLifecycle.Command.class))
                .isEqualTo("""
                        DRAFT: ISSUE=ISSUED ASSIGN_OWNER=DRAFT DISCARD=DISCARDED
                        ISSUED: ISSUE=- ASSIGN_OWNER=- DISCARD=-
                        DISCARDED: ISSUE=- ASSIGN_OWNER=- DISCARD=-""");
    }

    @Test
    void everyCommandInEveryStateOfABillingCaseIsDecided() {
        assertThat(LifecycleTable.of(
                        BillingCaseLifecycle.TABLE,
                        BillingCaseLifecycle.State.class,
                        BillingCaseLifecycle.Command.class))
                .isEqualTo("""
                        COLLECTING: OPEN_BILLING=WAITING SETTLE=- ASSIGN_OWNER=COLLECTING DRAFT_INVOICE=- RECORD_NOTHING_TO_BILL=- SUPPLEMENT=- VOID_DRAFT=- REINSTATE_DRAFT=- ACKNOWLEDGE=- SEND_BACK=- WITHDRAW_SEND_BACK=- COME_BACK=-
                        WAITING: OPEN_BILLING=- SETTLE=WAITING ASSIGN_OWNER=WAITING DRAFT_INVOICE=INVOICED RECORD_NOTHING_TO_BILL=NOTHING_TO_BILL SUPPLEMENT=- VOID_DRAFT=- REINSTATE_DRAFT=- ACKNOWLEDGE=- SEND_BACK=WAITING WITHDRAW_SEND_BACK=WAITING COME_BACK=WAITING
                        INVOICED: OPEN_BILLING=- SETTLE=- ASSIGN_OWNER=- DRAFT_INVOICE=- RECORD_NOTHING_TO_BILL=- SUPPLEMENT=INVOICED VOID_DRAFT=NOTHING_TO_BILL REINSTATE_DRAFT=- ACKNOWLEDGE=INVOICED SEND_BACK=INVOICED WITHDRAW_SEND_BACK=INVOICED COME_BACK=INVOICED
                        NOTHING_TO_BILL: OPEN_BILLING=- SETTLE=WAITING ASSIGN_OWNER=- DRAFT_INVOICE=- RECORD_NOTHING_TO_BILL=- SUPPLEMENT=INVOICED VOID_DRAFT=- REINSTATE_DRAFT=INVOICED ACKNOWLEDGE=NOTHING_TO_BILL SEND_BACK=NOTHING_TO_BILL WITHDRAW_SEND_BACK=NOTHING_TO_BILL COME_BACK=NOTHING_TO_BILL""");
    }

    @Test
    void everyCommandInEveryStateOfAnEInvoiceIsDecided() {
        assertThat(LifecycleTable.of(
                        EInvoiceLifecycle.TABLE, EInvoiceLifecycle.State.class, EInvoiceLifecycle.Command.class))
                .isEqualTo("""
                        NOT_REQUIRED: UPLOAD=- INDEX=- VALIDATE=- REFUSE=- LOSE=- RELEASE=-
                        READY: UPLOAD=UPLOADING INDEX=- VALIDATE=- REFUSE=- LOSE=- RELEASE=-
                        UPLOADING: UPLOAD=- INDEX=INDEXED VALIDATE=- REFUSE=REFUSED LOSE=UNCERTAIN RELEASE=READY
                        INDEXED: UPLOAD=- INDEX=- VALIDATE=VALIDATED REFUSE=REFUSED LOSE=- RELEASE=-
                        VALIDATED: UPLOAD=- INDEX=- VALIDATE=- REFUSE=- LOSE=- RELEASE=-
                        REFUSED: UPLOAD=- INDEX=- VALIDATE=- REFUSE=- LOSE=- RELEASE=-
                        UNCERTAIN: UPLOAD=- INDEX=INDEXED VALIDATE=- REFUSE=- LOSE=- RELEASE=READY""");
    }

    @Test
    void everyCommandInEveryStateOfAReminderIsDecided() {
        assertThat(LifecycleTable.of(
                        ReminderLifecycle.TABLE, ReminderLifecycle.State.class, ReminderLifecycle.Command.class))
                .isEqualTo("""
                        DRAFT: FOLLOW=DRAFT ACCEPT=QUEUED DROP=DROPPED SEND_AGAIN=- HAND_OVER=- FAIL=-
                        QUEUED: FOLLOW=- ACCEPT=- DROP=- SEND_AGAIN=- HAND_OVER=SENT FAIL=FAILED
                        SENT: FOLLOW=- ACCEPT=- DROP=- SEND_AGAIN=- HAND_OVER=- FAIL=-
                        FAILED: FOLLOW=- ACCEPT=- DROP=- SEND_AGAIN=QUEUED HAND_OVER=SENT FAIL=FAILED
                        DROPPED: FOLLOW=- ACCEPT=- DROP=- SEND_AGAIN=- HAND_OVER=- FAIL=-""");
    }
}
