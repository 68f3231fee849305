package dev.fieldservice.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.LifecycleTable;
import dev.fieldservice.ticket.tickets.TicketLifecycle;
import org.junit.jupiter.api.Test;

class TicketLifecycleTest {

    @Test
    void everyCommandInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(TicketLifecycle.TABLE, TicketLifecycle.State.class, TicketLifecycle.Command.class))
                .isEqualTo("""
                        NEW: QUALIFY=QUALIFIED START_WORK=IN_PROGRESS WAIT_FOR_CUSTOMER=WAITING_CUSTOMER RESUME=- RESOLVE=RESOLVED CLOSE=- CANCEL=CANCELLED REJECT=REJECTED
                        QUALIFIED: QUALIFY=- START_WORK=IN_PROGRESS WAIT_FOR_CUSTOMER=WAITING_CUSTOMER RESUME=- RESOLVE=RESOLVED CLOSE=- CANCEL=CANCELLED REJECT=REJECTED
                        IN_PROGRESS: QUALIFY=- START_WORK=- WAIT_FOR_CUSTOMER=WAITING_CUSTOMER RESUME=- RESOLVE=RESOLVED CLOSE=- CANCEL=CANCELLED REJECT=-
                        WAITING_CUSTOMER: QUALIFY=- START_WORK=- WAIT_FOR_CUSTOMER=- RESUME=IN_PROGRESS RESOLVE=RESOLVED CLOSE=- CANCEL=CANCELLED REJECT=-
                        RESOLVED: QUALIFY=- START_WORK=- WAIT_FOR_CUSTOMER=- RESUME=- RESOLVE=- CLOSE=CLOSED CANCEL=- REJECT=-
                        CLOSED: QUALIFY=- START_WORK=- WAIT_FOR_CUSTOMER=- RESUME=- RESOLVE=- CLOSE=- CANCEL=- REJECT=-
                        CANCELLED: QUALIFY=- START_WORK=- WAIT_FOR_CUSTOMER=- RESUME=- RESOLVE=- CLOSE=- CANCEL=- REJECT=-
                        REJECTED: QUALIFY=- START_WORK=- WAIT_FOR_CUSTOMER=- RESUME=- RESOLVE=- CLOSE=- CANCEL=- REJECT=-""");
    }
}
