package dev.fieldservice.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A service that has a mailbox reads it by itself, at once when the server tells of news. */
@QuarkusTest
@WithTestResource(RealServers.class)
@TestProfile(CautiousCompany.class)
class MailboxByItselfTest {

    private static final Letterbox LETTERBOX = new Letterbox(CautiousCompany.MAILBOX);

    /** Round after round, whoever else is busy. */
    @Test
    void oneAfterTheOtherIsTakenAsItComes() {
        Clientele client = Clientele.register();
        for (int i = 1; i <= 3; i++) {
            int count = i;
            LETTERBOX.deliver(client.writes("Avarie " + i, "text " + i).bytes());
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(MailboxRounds.ticketsOf(client.customer()))
                            .hasSize(count));
        }
    }
}
