package dev.fieldservice.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.LifecycleTable;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle;
import org.junit.jupiter.api.Test;

class IncomingMailLifecycleTest {

    @Test
    void everyCommandInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(
                        IncomingMailLifecycle.TABLE,
                        IncomingMailLifecycle.State.class,
                        IncomingMailLifecycle.Command.class))
                .isEqualTo("""
                        ARRIVED: OPEN=TICKET_OPENED ADD=JOINED PUT_TO_WAIT=WAITING IGNORE=IGNORED SET_ASIDE=SET_ASIDE ACCEPT=- JOIN=- DISMISS=-
                        WAITING: OPEN=- ADD=- PUT_TO_WAIT=- IGNORE=- SET_ASIDE=- ACCEPT=TICKET_OPENED JOIN=JOINED DISMISS=DISMISSED
                        TICKET_OPENED: OPEN=- ADD=- PUT_TO_WAIT=- IGNORE=- SET_ASIDE=- ACCEPT=- JOIN=- DISMISS=-
                        JOINED: OPEN=- ADD=- PUT_TO_WAIT=- IGNORE=- SET_ASIDE=- ACCEPT=- JOIN=- DISMISS=-
                        IGNORED: OPEN=- ADD=- PUT_TO_WAIT=- IGNORE=- SET_ASIDE=- ACCEPT=TICKET_OPENED JOIN=JOINED DISMISS=-
                        SET_ASIDE: OPEN=- ADD=- PUT_TO_WAIT=- IGNORE=- SET_ASIDE=- ACCEPT=TICKET_OPENED JOIN=JOINED DISMISS=DISMISSED
                        DISMISSED: OPEN=- ADD=- PUT_TO_WAIT=- IGNORE=- SET_ASIDE=- ACCEPT=- JOIN=- DISMISS=-""");
    }
}
