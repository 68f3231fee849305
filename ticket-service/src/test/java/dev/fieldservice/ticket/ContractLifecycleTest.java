package dev.fieldservice.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.LifecycleTable;
import dev.fieldservice.ticket.contracts.ContractLifecycle;
import org.junit.jupiter.api.Test;

class ContractLifecycleTest {

    @Test
    void everyCommandInEveryStateIsDecided() {
        assertThat(LifecycleTable.of(
                        ContractLifecycle.TABLE, ContractLifecycle.State.class, ContractLifecycle.Command.class))
                .isEqualTo("""
                        DRAFT: CORRECT=DRAFT ACTIVATE=ACTIVE CHANGE_TERMS=- GIVE_NOTICE=- RENEW=- END=- CANCEL=CANCELLED
                        ACTIVE: CORRECT=- ACTIVATE=- CHANGE_TERMS=ACTIVE GIVE_NOTICE=ACTIVE RENEW=ACTIVE END=ENDED CANCEL=CANCELLED
                        ENDED: CORRECT=- ACTIVATE=- CHANGE_TERMS=- GIVE_NOTICE=- RENEW=- END=- CANCEL=-
                        CANCELLED: CORRECT=- ACTIVATE=- CHANGE_TERMS=- GIVE_NOTICE=- RENEW=- END=- CANCEL=-""");
    }
}
