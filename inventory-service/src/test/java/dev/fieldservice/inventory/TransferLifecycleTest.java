package dev.fieldservice.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.inventory.counts.CountLifecycle;
import dev.fieldservice.inventory.reservations.PartsPlan;
import dev.fieldservice.inventory.transfers.TransferLifecycle;
import dev.fieldservice.platform.testing.LifecycleTable;
import dev.fieldservice.platform.testing.StatesDocument;
import org.junit.jupiter.api.Test;

class TransferLifecycleTest {

    @Test
    void everyCommandOnATransferIsDecidedInEveryState() {
        assertThat(LifecycleTable.of(
                        TransferLifecycle.TABLE, TransferLifecycle.State.class, TransferLifecycle.Command.class))
                .isEqualTo("""
                        DRAFT: REQUEST=REQUESTED PICK=- SEND=- RECEIVE_PART=- RECEIVE=- CANCEL=CANCELLED
                        REQUESTED: REQUEST=- PICK=PICKED SEND=- RECEIVE_PART=- RECEIVE=- CANCEL=CANCELLED
                        PICKED: REQUEST=- PICK=- SEND=IN_TRANSIT RECEIVE_PART=- RECEIVE=- CANCEL=CANCELLED
                        IN_TRANSIT: REQUEST=- PICK=- SEND=- RECEIVE_PART=IN_TRANSIT RECEIVE=RECEIVED CANCEL=-
                        RECEIVED: REQUEST=- PICK=- SEND=- RECEIVE_PART=- RECEIVE=- CANCEL=-
                        CANCELLED: REQUEST=- PICK=- SEND=- RECEIVE_PART=- RECEIVE=- CANCEL=-""");
    }

    @Test
    void everyCommandOnACountIsDecidedInEveryState() {
        assertThat(LifecycleTable.of(CountLifecycle.TABLE, CountLifecycle.State.class, CountLifecycle.Command.class))
                .isEqualTo("""
                        OPEN: ENTER=OPEN SUBMIT=COUNTED REOPEN=- APPROVE=- CANCEL=CANCELLED
                        COUNTED: ENTER=- SUBMIT=- REOPEN=OPEN APPROVE=APPROVED CANCEL=CANCELLED
                        APPROVED: ENTER=- SUBMIT=- REOPEN=- APPROVE=- CANCEL=-
                        CANCELLED: ENTER=- SUBMIT=- REOPEN=- APPROVE=- CANCEL=-""");
    }

    @Test
    void everyOtherServiceHasDecidedAboutEveryState() {
        StatesDocument.check("Stock transfer", "inventory", TransferLifecycle.State.class);
        StatesDocument.check("Stock count", "inventory", CountLifecycle.State.class);
        StatesDocument.check("Parts plan", "inventory", PartsPlan.State.class);
    }
}
