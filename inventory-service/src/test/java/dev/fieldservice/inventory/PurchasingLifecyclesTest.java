package dev.fieldservice.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.inventory.payables.SupplierInvoiceLifecycle;
import dev.fieldservice.inventory.proposals.PurchaseProposalLifecycle;
import dev.fieldservice.inventory.purchases.PurchaseOrderLifecycle;
import dev.fieldservice.inventory.returns.SupplierReturnLifecycle;
import dev.fieldservice.platform.testing.LifecycleTable;
import org.junit.jupiter.api.Test;

class PurchasingLifecyclesTest {

    @Test
    void everyCommandInEveryStateOfAnOrderIsDecided() {
        assertThat(LifecycleTable.of(
                        PurchaseOrderLifecycle.TABLE,
                        PurchaseOrderLifecycle.State.class,
                        PurchaseOrderLifecycle.Command.class))
                .isEqualTo("""
                        DRAFT: CHANGE=DRAFT ORDER=ORDERED SEND=- RESCHEDULE=- RECEIVE=- RECEIVE_REST=- CLOSE=- TAKE_BACK=- TAKE_BACK_ALL=- CANCEL=CANCELLED
                        ORDERED: CHANGE=- ORDER=- SEND=ORDERED RESCHEDULE=ORDERED RECEIVE=PARTIALLY_RECEIVED RECEIVE_REST=RECEIVED CLOSE=- TAKE_BACK=- TAKE_BACK_ALL=- CANCEL=CANCELLED
                        PARTIALLY_RECEIVED: CHANGE=- ORDER=- SEND=PARTIALLY_RECEIVED RESCHEDULE=PARTIALLY_RECEIVED RECEIVE=PARTIALLY_RECEIVED RECEIVE_REST=RECEIVED CLOSE=RECEIVED TAKE_BACK=PARTIALLY_RECEIVED TAKE_BACK_ALL=ORDERED CANCEL=-
                        RECEIVED: CHANGE=- ORDER=- SEND=- RESCHEDULE=- RECEIVE=RECEIVED RECEIVE_REST=RECEIVED CLOSE=- TAKE_BACK=PARTIALLY_RECEIVED TAKE_BACK_ALL=ORDERED CANCEL=-
                        CANCELLED: CHANGE=- ORDER=- SEND=- RESCHEDULE=- RECEIVE=- RECEIVE_REST=- CLOSE=- TAKE_BACK=- TAKE_BACK_ALL=- CANCEL=-""");
    }

    @Test
    void everyCommandInEveryStateOfAProposalIsDecided() {
        assertThat(LifecycleTable.of(
                        PurchaseProposalLifecycle.TABLE,
                        PurchaseProposalLifecycle.State.class,
                        PurchaseProposalLifecycle.Command.class))
                .isEqualTo("""
                        PROPOSED: ACCEPT=ACCEPTED DISCARD=DISCARDED
                        ACCEPTED: ACCEPT=- DISCARD=-
                        DISCARDED: ACCEPT=- DISCARD=-""");
    }

    @Test
    void everyCommandInEveryStateOfAReturnIsDecided() {
        assertThat(LifecycleTable.of(
                        SupplierReturnLifecycle.TABLE,
                        SupplierReturnLifecycle.State.class,
                        SupplierReturnLifecycle.Command.class))
                .isEqualTo("""
                        DRAFT: SEND=SENT CREDIT=- TAKE_BACK_CREDIT=- CANCEL=CANCELLED
                        SENT: SEND=- CREDIT=CREDITED TAKE_BACK_CREDIT=- CANCEL=CANCELLED
                        CREDITED: SEND=- CREDIT=- TAKE_BACK_CREDIT=SENT CANCEL=-
                        CANCELLED: SEND=- CREDIT=- TAKE_BACK_CREDIT=- CANCEL=-""");
    }

    @Test
    void everyCommandInEveryStateOfASuppliersInvoiceIsDecided() {
        assertThat(LifecycleTable.of(
                        SupplierInvoiceLifecycle.TABLE,
                        SupplierInvoiceLifecycle.State.class,
                        SupplierInvoiceLifecycle.Command.class))
                .isEqualTo("""
                        IN_QUESTION: MATCH=TO_PAY QUESTION=- APPROVE=TO_PAY REJECT=REJECTED PAY=- REOPEN=-
                        TO_PAY: MATCH=- QUESTION=IN_QUESTION APPROVE=- REJECT=REJECTED PAY=PAID REOPEN=-
                        PAID: MATCH=- QUESTION=- APPROVE=- REJECT=- PAY=- REOPEN=TO_PAY
                        REJECTED: MATCH=- QUESTION=- APPROVE=- REJECT=- PAY=- REOPEN=-""");
    }
}
