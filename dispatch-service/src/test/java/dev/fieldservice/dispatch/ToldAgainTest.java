package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a message about a new time did not reach is told when it is announced again, and nobody else. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ToldAgainTest {

    @Inject
    AgroalDataSource database;

    private Morning morning;
    private Mailbox maria;
    private Mailbox ioana;

    @BeforeEach
    void aTechnicianHasADay() {
        morning = Morning.of(Mechanic.register("Tudor Ionescu"));
        maria = Mailbox.of("maria");
        ioana = Mailbox.of("ioana");
    }

    @Test
    void aMessageThatFailedIsSentWhenTheSameIsAnnouncedAgain() throws SQLException {
        var visit = morning.visit(maria, 0, 60);
        isTold(visit, 90);
        failed(visit);

        morning.isSaid(visit, 90).body("notice", equalTo("PENDING"), "change", equalTo("LATER"));
        eventually(() -> visit.messages().body("items.notice", contains("OUTDATED", "SENT")));
        morning.isSaid(visit, 90).body("notice", equalTo("NOT_NEEDED"));

        assertThat(maria.mails()).hasSize(2);
    }

    @Test
    void withoutAnAddressNobodyIsSaidToBeToldAndOneMessageIsSentWhenItIsKnown() {
        var visit = morning.withoutAddress(0, 60);
        morning.isSaid(visit, 90).body("notice", equalTo("NOT_POSSIBLE"));
        morning.isSaid(visit, 90).body("notice", equalTo("NOT_POSSIBLE"), "notified", equalTo(false));

        visit.job()
                .ticketSays(1, "WANTED", ticket -> ((ObjectNode) ticket.get("contact")).put("email", maria.address()));

        eventually(() -> visit.messages().body("items.notice", contains("OUTDATED", "SENT")));
        assertThat(maria.mails()).hasSize(1);
    }

    @Test
    void whoNeverHeardOfADelayHearsOfTheNextBesideThePlan() throws SQLException {
        var visit = morning.visit(maria, 0, 60);
        isTold(visit, 30);
        isTold(visit, 90);
        failed(visit);

        morning.isSaid(visit, 60).body("change", equalTo("LATER"));
        eventually(() -> visit.messages().body("items.notice", contains("SENT", "OUTDATED", "SENT")));
        failed(visit);
        morning.isSaid(visit, 30).body("notice", equalTo("NOT_NEEDED"));
    }

    @Test
    void whoWaitsForAnotherVisitIsToldAgainToo() throws SQLException {
        var first = morning.visit(maria, 0, 60);
        var second = morning.visit(ioana, 60, 120);
        isTold(first, 90);
        eventually(() -> second.messages().body("items.notice", contains("SENT")));
        failed(second);

        morning.isSaid(first, 90).body("notice", equalTo("NOT_NEEDED"));

        eventually(() -> second.messages().body("items.notice", contains("OUTDATED", "SENT")));
        assertThat(ioana.mails()).hasSize(2);
        assertThat(maria.mails()).hasSize(1);
    }

    private void isTold(Morning.Visit visit, int minutes) {
        String notice = morning.isSaid(visit, minutes)
                .body("notice", equalTo("PENDING"))
                .extract()
                .path("id");
        eventually(
                () -> visit.messages().body("items.find { it.id == '%s' }.notice".formatted(notice), equalTo("SENT")));
    }

    /** As if the mail server had refused the last message about it. */
    private void failed(Morning.Visit visit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement notice = connection.prepareStatement("""
                        update delay_notice set state = 'FAILED', sent_at = null
                         where id = (select max(id::text)::uuid from delay_notice where appointment_id = ?)""")) {
            notice.setObject(1, visit.id());
            assertThat(notice.executeUpdate()).isOne();
        }
    }
}
