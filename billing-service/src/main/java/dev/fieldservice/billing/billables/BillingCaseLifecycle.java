package dev.fieldservice.billing.billables;

import dev.fieldservice.platform.aggregates.Lifecycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The state machine of a billing case, from the first part used to the invoice. SETTLE, ASSIGN_OWNER, VOID_DRAFT, REINSTATE_DRAFT,
 * ACKNOWLEDGE, SEND_BACK and WITHDRAW_SEND_BACK are a person's, the other commands follow from events; a case decides once, and again only where its draft is voided
 * or reinstated, where it is to be billed after all, or where the job was closed again with more.
 */
public final class BillingCaseLifecycle {

    @Schema(name = "BillingCaseState")
    public enum State {
        /** The job is not closed; parts may still be used. */
        COLLECTING,
        /** The job is closed; what was used and what was reported do not agree yet. */
        WAITING,
        INVOICED,
        NOTHING_TO_BILL
    }

    public enum Command {
        OPEN_BILLING,
        SETTLE,
        /** Somebody sees to it. */
        ASSIGN_OWNER,
        DRAFT_INVOICE,
        RECORD_NOTHING_TO_BILL,
        /** It was closed again, and more of it is billed. */
        SUPPLEMENT,
        /** Its draft is voided by a person. */
        VOID_DRAFT,
        /** It was voided by mistake. */
        REINSTATE_DRAFT,
        /** What came after the decision and contradicts it was seen by a person. */
        ACKNOWLEDGE,
        /** The job has to be put right and closed again. */
        SEND_BACK,
        /** It was right, or is billed as it is. */
        WITHDRAW_SEND_BACK,
        /** It is closed again. */
        COME_BACK
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("billing case", State.class, Command.class)
            .row(State.COLLECTING, Command.OPEN_BILLING, State.WAITING)
            .row(State.COLLECTING, Command.ASSIGN_OWNER, State.COLLECTING)
            .row(State.WAITING, Command.SETTLE, State.WAITING)
            .row(State.WAITING, Command.ASSIGN_OWNER, State.WAITING)
            .row(State.WAITING, Command.DRAFT_INVOICE, State.INVOICED)
            .row(State.WAITING, Command.RECORD_NOTHING_TO_BILL, State.NOTHING_TO_BILL)
            .row(State.INVOICED, Command.SUPPLEMENT, State.INVOICED)
            .row(State.INVOICED, Command.VOID_DRAFT, State.NOTHING_TO_BILL)
            .row(State.INVOICED, Command.ACKNOWLEDGE, State.INVOICED)
            .row(State.NOTHING_TO_BILL, Command.SUPPLEMENT, State.INVOICED)
            .row(State.NOTHING_TO_BILL, Command.SETTLE, State.WAITING)
            .row(State.NOTHING_TO_BILL, Command.REINSTATE_DRAFT, State.INVOICED)
            .row(State.NOTHING_TO_BILL, Command.ACKNOWLEDGE, State.NOTHING_TO_BILL)
            .row(State.WAITING, Command.SEND_BACK, State.WAITING)
            .row(State.WAITING, Command.WITHDRAW_SEND_BACK, State.WAITING)
            .row(State.INVOICED, Command.SEND_BACK, State.INVOICED)
            .row(State.INVOICED, Command.WITHDRAW_SEND_BACK, State.INVOICED)
            .row(State.NOTHING_TO_BILL, Command.SEND_BACK, State.NOTHING_TO_BILL)
            .row(State.NOTHING_TO_BILL, Command.WITHDRAW_SEND_BACK, State.NOTHING_TO_BILL)
            .row(State.WAITING, Command.COME_BACK, State.WAITING)
            .row(State.INVOICED, Command.COME_BACK, State.INVOICED)
            .row(State.NOTHING_TO_BILL, Command.COME_BACK, State.NOTHING_TO_BILL)
            .build();

    private BillingCaseLifecycle() {}
}
