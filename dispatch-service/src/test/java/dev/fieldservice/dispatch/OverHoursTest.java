package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is written to about an hour that is over, however the message was held up. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OverHoursTest {

    @Inject
    AgroalDataSource database;

    private Morning morning;
    private Mailbox maria;

    @BeforeEach
    void aTechnicianHasADay() {
        MovableClock.reset();
        morning = Morning.of(Mechanic.register("Tudor Ionescu"));
        maria = Mailbox.of("maria");
    }

    @AfterEach
    void theClockIsRight() {
        MovableClock.reset();
    }

    @Test
    void aMessageThatCouldNotBeSentBeforeTheHourItTellsOfIsNotSent() throws SQLException {
        var visit = morning.visit(maria, 0, 60);
        String notice = morning.isSaid(visit, 30).extract().path("id");
        eventually(() -> visit.messages().body("items.notice", contains("SENT")));
        MovableClock.set(morning.time(40));

        waitsToBeSent(notice);

        eventually(() -> visit.messages()
                .body("items.notice", contains("OUTDATED"), "items[0].failure", containsString("over")));
        assertThat(maria.mails()).hasSize(1);
    }

    @Test
    void whoseAddressIsKnownLaterIsNotToldOfAnHourThatIsOver() {
        var visit = morning.withoutAddress(0, 60);
        var _ = morning.isSaid(visit, 30);
        MovableClock.set(morning.time(0).plus(Duration.ofDays(2)));

        visit.job()
                .ticketSays(1, "WANTED", ticket -> ((ObjectNode) ticket.get("contact")).put("email", maria.address()));

        eventually(() -> visit.messages().body("items.notice", contains("OUTDATED")));
        assertThat(visit.job().history()).doesNotContain("NOTIFICATION_READDRESSED");
        assertThat(maria.mails()).isEmpty();
    }

    @Test
    void thatNobodyComesIsToldForAsLongAsSomebodyMayWait() {
        var visit = morning.visit(maria, 0, 60);
        var _ = morning.isSaid(visit, 30);
        eventually(() -> visit.messages().body("items.notice", contains("SENT")));
        MovableClock.set(morning.time(90));

        visit.job().isCancelled("Sold the shop");

        eventually(() -> visit.messages().body("items.change", contains("LATER", "CALLED_OFF")));
        eventually(() -> visit.messages().body("items.notice", contains("SENT", "SENT")));
    }

    /** As if the mail server had been away all the time. */
    private void waitsToBeSent(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement notice =
                        connection.prepareStatement("update delay_notice set state = 'PENDING' where id = ?");
                PreparedStatement errand = connection.prepareStatement("""
                        insert into errand (id, kind, subject_kind, subject_id, content, state, due, next_at, attempts,
                                            repeating, created_at)
                        values (gen_random_uuid(), 'DELAY_MAIL', 'delay-notice', ?,
                                json_build_object('noticeId', ?::text), 'WAITING', now(), now(), 0, false, now())""")) {
            notice.setObject(1, UUID.fromString(id));
            assertThat(notice.executeUpdate()).isOne();
            errand.setObject(1, UUID.fromString(id));
            errand.setString(2, id);
            assertThat(errand.executeUpdate()).isOne();
        }
    }
}
