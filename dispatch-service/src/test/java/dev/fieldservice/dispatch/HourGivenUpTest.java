package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was told when somebody comes is told, once, that it is not so any more. */
@QuarkusTest
@WithTestResource(RealServers.class)
class HourGivenUpTest {

    private static final Duration CALLED_OFF_AFTER = Duration.ofMinutes(5);

    private static final String TO_BE_DONE = "select count(*) from errand where subject_id = ?";

    @Inject
    AgroalDataSource database;

    private Mechanic tudor;
    private Morning morning;
    private Mailbox maria;
    private Morning.Visit visit;
    private final Instant noon = ZonedDateTime.now(ZoneId.of("Europe/Bucharest"))
            .with(LocalTime.NOON)
            .toInstant();
    private Duration waited = Duration.ZERO;

    @BeforeEach
    void aCustomerWasToldOfADelay() {
        MovableClock.set(noon);
        tudor = Mechanic.register("Tudor Ionescu");
        morning = Morning.of(tudor);
        maria = Mailbox.of("maria");
        visit = morning.visit(maria, 0, 60);
        morning.isSaid(visit, 90).body("notice", equalTo("PENDING"));
        messagesAre("LATER");
    }

    @AfterEach
    void theClockIsRight() {
        MovableClock.reset();
    }

    @Test
    void ofAVisitThatIsPlannedAnewTheNewTimeIsTold() {
        assertThat(visit.job().given(tudor, morning.at(400), morning.at(460))).isEqualTo(visit.id());

        messagesAre("LATER", "PLANNED_ANEW");
        visit.messages().body("items[1].expectedArrival", equalTo(morning.at(400)));
        eventually(() -> assertThat(maria.mails().getLast().subject()).contains("reprogramată"));

        assertThat(visit.job().given(tudor, morning.at(403), morning.at(460))).isEqualTo(visit.id());
        assertThat(visit.job().given(tudor, morning.at(600), morning.at(660))).isEqualTo(visit.id());
        messagesAre("LATER", "PLANNED_ANEW", "PLANNED_ANEW");
        mailsAre(3);
    }

    @Test
    void ofAVisitThatIsPlannedForTheTimeThatWasToldNothingIsTold() {
        assertThat(visit.job().given(tudor, morning.at(90), morning.at(150))).isEqualTo(visit.id());

        anotherPlanIsLateFor(visit);
        messagesAre("LATER");
    }

    @Test
    void ofAVisitThatIsTakenBackItIsTold() {
        takenBack(visit);
        anotherPlanIsLateFor(visit);

        messagesAre("LATER", "CALLED_OFF");
        eventually(() -> assertThat(maria.mails().getLast().text())
                .contains("nu mai are loc", "Ora comunicată")
                .doesNotContain("Urgent job elsewhere"));
    }

    @Test
    void ofATicketThatIsCancelledItIsToldAtOnce() {
        visit.job().ticketSays(1000, "CALLED_OFF", ticket -> {
            ticket.put("reason", "Sold the shop");
            ((ObjectNode) ticket.get("contact")).put("email", maria.address());
        });
        visit.job().visitBecomes(visit.id(), "CANCELLED");
        Instant cancelled = Instant.now();

        messagesAre("LATER", "CALLED_OFF");
        assertThat(Instant.parse(visit.messages().extract().path("items[1].announcedAt")))
                .isBefore(cancelled.plus(CALLED_OFF_AFTER));
        mailsAre(2);
    }

    @Test
    void ofAVisitThatIsTakenBackAndPlannedAgainTheNewTimeAloneIsTold() {
        Morning.Visit next = takenBackAndPlanned(400);
        anotherPlanIsLateFor(visit);

        areSent(next, "PLANNED_ANEW");
        next.messages().body("items[0].expectedArrival", equalTo(morning.at(400)));
        messagesAre("LATER");
        mailsAre(2);
    }

    @Test
    void ofAVisitThatIsTakenBackAndPlannedForTheSameTimeNothingIsToldBeforeThatIsOff() {
        Morning.Visit next = takenBackAndPlanned(90);
        anotherPlanIsLateFor(visit);

        next.messages().body("items.change", contains("PLANNED_ANEW"), "items.notice", contains("NOT_NEEDED"));
        mailsAre(1);
        takenBack(next);
        anotherPlanIsLateFor(next);
        eventually(() -> next.messages()
                .body("items.change", contains("PLANNED_ANEW", "CALLED_OFF"), "items[1].notice", equalTo("SENT")));
        messagesAre("LATER");
        mailsAre(2);
    }

    @Test
    void ofAVisitFromWhichSomebodyTurnsBackForAnotherThatIsPlannedItsTimeIsTold() {
        Morning.Visit next = takenBackAndPlanned(400);
        visit.job().progresses(visit.id(), 1, "TRAVELLING", Instant.now());
        visit.job().progresses(visit.id(), 2, "ACCEPTED", Instant.now(), "Another visit is planned");
        eventually(() -> assertThat(visit.job().history()).contains("TURN_BACK"));
        anotherPlanIsLateFor(visit);

        areSent(next, "PLANNED_ANEW");
        visit.job().visitBecomes(visit.id(), "CANCELLED");
        areSent(next, "PLANNED_ANEW");
        messagesAre("LATER");
    }

    @Test
    void ofAVisitThatIsPlannedNearATimeWhoseMessageIsNotSentYetTheNewTimeIsTold() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement notice = connection.prepareStatement(
                        "update delay_notice set state = 'PENDING', sent_at = null where appointment_id = ?")) {
            notice.setObject(1, visit.id());
            assertThat(notice.executeUpdate()).isOne();
        }

        assertThat(visit.job().given(tudor, morning.at(92), morning.at(150))).isEqualTo(visit.id());

        eventually(() -> visit.messages()
                .body("items.change", contains("LATER", "PLANNED_ANEW"), "items[1].notice", equalTo("SENT")));
        visit.messages().body("items[1].expectedArrival", equalTo(morning.at(92)));
    }

    @Test
    void ofAVisitThatIsRejectedItIsTold() {
        visit.job().progresses(visit.id(), 1, "REJECTED", Instant.now(), "Bolnav");
        visit.job().visitBecomes(visit.id(), "REJECTED");
        anotherPlanIsLateFor(visit);

        messagesAre("LATER", "CALLED_OFF");
    }

    @Test
    void ofAVisitThatEndsOnTheWayItIsTold() {
        visit.job().progresses(visit.id(), 1, "TRAVELLING", Instant.now());
        visit.job().progresses(visit.id(), 2, "CANNOT_COMPLETE", Instant.now(), "Pană");
        visit.job().visitBecomes(visit.id(), "CANNOT_COMPLETE");
        anotherPlanIsLateFor(visit);

        messagesAre("LATER", "CALLED_OFF");
    }

    @Test
    void ofAVisitToWhichSomebodyCameNothingIsTold() {
        visit.job().progresses(visit.id(), 1, "TRAVELLING", Instant.now());
        visit.job().progresses(visit.id(), 2, "ON_SITE", Instant.now());
        visit.job().progresses(visit.id(), 3, "CANNOT_COMPLETE", Instant.now(), "Nimeni acasă");
        visit.job().visitBecomes(visit.id(), "CANNOT_COMPLETE");

        anotherPlanIsLateFor(visit);
        messagesAre("LATER");
    }

    @Test
    void whoHeardOfNoHourIsNotToldThatNobodyComes() {
        Morning.Visit other = morning.withoutAddress(200, 260);
        morning.isSaid(other, 290).body("notice", equalTo("NOT_POSSIBLE"));
        takenBack(other);

        anotherPlanIsLateFor(other);
        other.messages().body("items.change", contains("LATER"));
    }

    private Morning.Visit takenBackAndPlanned(int minutes) {
        takenBack(visit);
        UUID next = visit.job().given(tudor, morning.at(minutes), morning.at(minutes + 60));
        assertThat(next).isNotEqualTo(visit.id());
        return new Morning.Visit(visit.job(), next);
    }

    private static void takenBack(Morning.Visit visit) {
        visit.job()
                .command("unassign", Map.of("reason", "Urgent job elsewhere"))
                .then()
                .statusCode(200);
    }

    /** By then what is to be told of the hour at which nobody comes to that visit is on its way, or nothing is. */
    private void anotherPlanIsLateFor(Morning.Visit given) {
        waited = waited.plus(CALLED_OFF_AFTER).plusSeconds(1);
        MovableClock.set(noon.plus(waited));
        eventually(() -> assertThat(toBeDone(given)).isZero());
    }

    private long toBeDone(Morning.Visit given) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement errands = connection.prepareStatement(TO_BE_DONE)) {
            errands.setObject(1, given.id());
            try (ResultSet rows = errands.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getLong(1);
            }
        }
    }

    private void messagesAre(String... changes) {
        areSent(visit, changes);
    }

    /** The mail server shows a mail a moment after it has taken it. */
    private void mailsAre(int number) {
        eventually(() -> assertThat(maria.mails()).hasSize(number));
    }

    private static void areSent(Morning.Visit visit, String... changes) {
        eventually(() -> visit.messages()
                .body("items.change", contains(changes))
                .body("items.notice", org.hamcrest.Matchers.everyItem(equalTo("SENT"))));
    }
}
