package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer hears of a visit from its plan until somebody is on the way, each once. */
@QuarkusTest
@TestProfile(CustomersTold.class)
@WithTestResource(RealServers.class)
class VisitToldTest {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    /** What is due by then; a reminder waits for its day. */
    private static final String DUE = "select count(*) from errand where subject_id = ? and due <= ?";

    private static final String POSTPONED = """
            update errand set due = due + cast(? as interval), next_at = next_at + cast(? as interval)
             where kind = ? and subject_id = ?""";

    @Inject
    AgroalDataSource database;

    private final Mailbox maria = Mailbox.of("maria");

    private Mechanic tudor;

    private Morning morning;

    private Morning.Visit visit;
    private int waited;

    @BeforeEach
    void aVisitIsPlannedAtNoonForTheMorningInFourDays() {
        tudor = Mechanic.register("Tudor Ionescu");
        Instant eight = ZonedDateTime.now(BUCHAREST)
                .plusDays(6)
                .with(LocalTime.of(8, 0))
                .truncatedTo(ChronoUnit.SECONDS)
                .toInstant();
        morning = new Morning(eight, tudor);
        itIs(Duration.ofHours(-92));
        visit = morning.visit(maria, 0, 60);
    }

    @AfterEach
    void theClockIsRight() {
        MovableClock.reset();
    }

    @Test
    void whatIsPlannedIsToldWithAnEntryForTheCalendar() {
        plansHaveStood();

        messagesAre("PLANNED");
        visit.messages().body("items[0].expectedArrival", equalTo(morning.at(0)));
        Mailbox.Mail mail = mails(1);
        assertThat(mail.subject()).contains("vizită planificată");
        assertThat(mail.text()).contains("Tudor Ionescu", "08:00 (Europe/Bucharest)");
        assertThat(calendar(mail))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("METHOD:PUBLISH", "UID:visit-" + visit.id(), "DTSTART:" + basic(morning.at(0)), "CONFIRMED");
    }

    @Test
    void whatIsPlannedAnewBeforeItStoodIsToldOnce() {
        assertThat(visit.job().given(tudor, morning.at(120), morning.at(180))).isEqualTo(visit.id());
        plansHaveStood();

        messagesAre("PLANNED");
        visit.messages().body("items[0].expectedArrival", equalTo(morning.at(120)));
        var _ = mails(1);
    }

    @Test
    void whatIsMovedIsMovedInTheCalendarToo() {
        plansHaveStood();
        messagesAre("PLANNED");

        assertThat(visit.job().given(tudor, morning.at(90), morning.at(150))).isEqualTo(visit.id());
        assertThat(visit.job().given(tudor, morning.at(120), morning.at(180))).isEqualTo(visit.id());
        messagesAre("PLANNED");
        plansHaveStood();

        messagesAre("PLANNED", "PLANNED_ANEW");
        String before = calendar(maria.mails().getFirst());
        String after = calendar(mails(2));
        assertThat(after).contains("UID:visit-" + visit.id(), "DTSTART:" + basic(morning.at(120)));
        assertThat(sequence(after)).isGreaterThan(sequence(before));
    }

    @Test
    void whatIsTakenBackIsTakenOutOfTheCalendar() {
        plansHaveStood();
        messagesAre("PLANNED");

        visit.job()
                .command("unassign", Map.of("reason", "Urgent job elsewhere"))
                .then()
                .statusCode(200);
        plansHaveStood();

        messagesAre("PLANNED", "CALLED_OFF");
        assertThat(calendar(mails(2))).contains("METHOD:CANCEL", "UID:visit-" + visit.id(), "STATUS:CANCELLED");
    }

    @Test
    void whatTakesThePlaceOfAnotherIsTheSameInTheCalendar() {
        plansHaveStood();
        messagesAre("PLANNED");

        Morning.Visit next = takenBackAndPlanned(300);
        plansHaveStood();

        areSent(next, "PLANNED_ANEW");
        messagesAre("PLANNED");
        String before = calendar(maria.mails().getFirst());
        String after = calendar(mails(2));
        assertThat(after).contains("METHOD:PUBLISH", "UID:visit-" + visit.id(), "DTSTART:" + basic(morning.at(300)));
        assertThat(sequence(after)).isGreaterThan(sequence(before));
    }

    /** After a day on which nothing could be sent, all that is due is sent in whatever order. */
    @Test
    void whatTakesThePlaceOfAnotherIsToldAsThatAlsoIfItIsToldFirst() throws SQLException {
        plansHaveStood();
        messagesAre("PLANNED");

        Morning.Visit next = takenBackAndPlanned(300);
        assertThat(postponed("HOUR_GIVEN_UP", Duration.ofMinutes(10))).isEqualTo(1);
        plansHaveStood();
        areSent(next, "PLANNED_ANEW");
        plansHaveStood();
        plansHaveStood();

        messagesAre("PLANNED");
        areSent(next, "PLANNED_ANEW");
        assertThat(calendar(mails(2))).contains("METHOD:PUBLISH", "UID:visit-" + visit.id());
    }

    /** A plan anew forgets what was told of the one before; the customer does not. */
    @Test
    void whatTakesThePlaceOfOneThatWasPlannedAnewIsToldAsThatAlsoIfItIsToldFirst() throws SQLException {
        plansHaveStood();
        messagesAre("PLANNED");

        Mechanic vlad = Mechanic.register("Vlad Pop");
        assertThat(visit.job().given(vlad, morning.at(0), morning.at(60))).isEqualTo(visit.id());
        Morning.Visit next = takenBackAndPlanned(300);
        assertThat(postponed("HOUR_GIVEN_UP", Duration.ofMinutes(10))).isEqualTo(1);
        plansHaveStood();
        areSent(next, "PLANNED_ANEW");
        plansHaveStood();
        plansHaveStood();

        messagesAre("PLANNED");
        areSent(next, "PLANNED_ANEW");
        assertThat(calendar(mails(2))).contains("METHOD:PUBLISH", "UID:visit-" + visit.id());
    }

    @Test
    void whatTakesThePlaceOfAnotherIsToldAsThatAlsoIfSomebodySpeaksOfItFirst() {
        plansHaveStood();
        messagesAre("PLANNED");

        Morning.Visit next = takenBackAndPlanned(300);
        morning.isSaid(next, 330).body("notice", equalTo("PENDING"), "change", equalTo("PLANNED_ANEW"));
        plansHaveStood();
        plansHaveStood();

        messagesAre("PLANNED");
        areSent(next, "PLANNED_ANEW");
        assertThat(calendar(mails(2)))
                .contains("METHOD:PUBLISH", "UID:visit-" + visit.id(), "DTSTART:" + basic(morning.at(330)));
    }

    private Morning.Visit takenBackAndPlanned(int minutes) {
        visit.job()
                .command("unassign", Map.of("reason", "Urgent job elsewhere"))
                .then()
                .statusCode(200);
        return new Morning.Visit(visit.job(), visit.job().given(tudor, morning.at(minutes), morning.at(minutes + 60)));
    }

    @Test
    void ofTwoVisitsTheOneThatIsOffIsCalledOff() {
        Morning.Visit second = new Morning.Visit(
                visit.job(),
                UUID.fromString(visit.job()
                        .command(
                                "plan-visit",
                                Job.assignment(morning.at(2 * 24 * 60), morning.at(2 * 24 * 60 + 60), tudor))
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("appointment.id")));
        plansHaveStood();
        messagesAre("PLANNED");
        areSent(second, "PLANNED");

        visit.job()
                .command("cancel-visit", Map.of("appointmentId", second.id(), "reason", "Not needed"))
                .then()
                .statusCode(200);
        plansHaveStood();

        areSent(second, "PLANNED", "CALLED_OFF");
        messagesAre("PLANNED");
    }

    @Test
    void whoIsToHearOfAVisitLaterHearsOfItWhenSomebodySpeaksOfIt() {
        morning.isSaid(visit, 30).body("notice", equalTo("PENDING"), "change", equalTo("PLANNED"));
        plansHaveStood();

        messagesAre("PLANNED");
        assertThat(calendar(mails(1))).contains("DTSTART:" + basic(morning.at(30)));
    }

    @Test
    void whoeverIsOnTheWayLateAndDoesNotArriveIsCalledOff() {
        itIs(Duration.ofMinutes(40));
        nothingIsDue();
        visit.job().progresses(visit.id(), 1, "TRAVELLING", morning.time(40));
        messagesAre("ON_THE_WAY");

        visit.job().progresses(visit.id(), 2, "CANNOT_COMPLETE", morning.time(45), "Pană");
        visit.job().visitBecomes(visit.id(), "CANNOT_COMPLETE");
        itIs(Duration.ofMinutes(50));

        messagesAre("ON_THE_WAY", "CALLED_OFF");
    }

    @Test
    void whatIsTakenBackBeforeItStoodIsNotToldAtAll() {
        visit.job()
                .command("unassign", Map.of("reason", "Urgent job elsewhere"))
                .then()
                .statusCode(200);
        plansHaveStood();

        nothingIsTold();
    }

    @Test
    void theDayBeforeTheCustomerIsRemindedOnce() {
        plansHaveStood();
        messagesAre("PLANNED");

        itIs(Duration.ofHours(-25));
        nothingIsDue();
        messagesAre("PLANNED");
        itIs(Duration.ofHours(-24).plusSeconds(1));
        messagesAre("PLANNED", "REMINDER");
        assertThat(mails(2).subject()).contains("vă așteptăm");
        itIs(Duration.ofHours(-2));
        nothingIsDue();
        messagesAre("PLANNED", "REMINDER");
    }

    @Test
    void nobodyIsRemindedOfWhatTheyHeardTheDayBefore() {
        plansHaveStood();
        messagesAre("PLANNED");
        itIs(Duration.ofHours(-36));
        morning.isSaid(visit, 30).body("notice", equalTo("PENDING"));
        messagesAre("PLANNED", "LATER");

        itIs(Duration.ofHours(-20));
        nothingIsDue();
        messagesAre("PLANNED", "LATER");
    }

    @Test
    void whoeverIsOnTheWayIsTold() {
        plansHaveStood();
        messagesAre("PLANNED");
        itIs(Duration.ofMinutes(-25));
        messagesAre("PLANNED", "REMINDER");

        visit.job().progresses(visit.id(), 1, "TRAVELLING", morning.time(-25));
        messagesAre("PLANNED", "REMINDER", "ON_THE_WAY");
        assertThat(mails(3).text()).contains("este pe drum", "08:00 (Europe/Bucharest)");

        visit.job().progresses(visit.id(), 2, "TRAVELLING", morning.time(-20));
        visit.job().progresses(visit.id(), 3, "ON_SITE", morning.time(-5));
        visit.job().visitBecomes(visit.id(), "ON_SITE");
        nothingIsDue();
        messagesAre("PLANNED", "REMINDER", "ON_THE_WAY");
    }

    @Test
    void whoeverSetsOutLateIsTooLateToSayWhen() {
        itIs(Duration.ofMinutes(40));
        nothingIsDue();
        visit.job().progresses(visit.id(), 1, "TRAVELLING", morning.time(40));

        messagesAre("ON_THE_WAY");
        assertThat(mails(1).text()).contains("este pe drum").doesNotContain("Ora estimată");
    }

    /** From the airport it is 17 km as the crow flies: 21 by road, which takes 32 minutes, and five to park. */
    @Test
    void whoeverIsOnTheWayIsToldWhenTheyArriveByWhereTheySetOut() {
        itIs(Duration.ofMinutes(20));
        nothingIsDue();
        visit.job().isTravelledTo(visit.id(), morning.time(20), 44.5711, 26.0850);

        messagesAre("ON_THE_WAY");
        assertThat(mails(1).text()).contains("este pe drum", "09:00 (Europe/Bucharest)");
    }

    @Test
    void nobodyHasToBeThereEarlierThanPlanned() {
        itIs(Duration.ofMinutes(-60));
        nothingIsDue();
        messagesAre("PLANNED");
        visit.job().isTravelledTo(visit.id(), morning.time(-60), 44.5711, 26.0850);

        messagesAre("PLANNED", "ON_THE_WAY");
        assertThat(mails(2).text()).contains("este pe drum", "08:00 (Europe/Bucharest)");
    }

    @Test
    void whatWasSaidOfTheArrivalIsToldWhateverThePositionSays() {
        plansHaveStood();
        messagesAre("PLANNED");
        itIs(Duration.ofMinutes(-25));
        messagesAre("PLANNED", "REMINDER");
        morning.isSaid(visit, 30).body("notice", equalTo("PENDING"));
        messagesAre("PLANNED", "REMINDER", "LATER");

        visit.job().isTravelledTo(visit.id(), morning.time(-25), 44.5711, 26.0850);

        messagesAre("PLANNED", "REMINDER", "LATER", "ON_THE_WAY");
        assertThat(mails(4).text()).contains("08:30 (Europe/Bucharest)");
    }

    @Test
    void duringTheNightNobodyIsToldOfAPlan() {
        itIs(Duration.ofHours(-82)); // at ten in the evening
        nothingIsDue();
        nothingIsTold();

        itIs(Duration.ofHours(-73)); // at seven
        messagesAre("PLANNED");
    }

    @Test
    void duringTheNightNobodyIsToldThatWhatHasTimeIsCalledOff() {
        plansHaveStood();
        messagesAre("PLANNED");
        itIs(Duration.ofHours(-82)); // at ten in the evening
        visit.job()
                .command("unassign", Map.of("reason", "Urgent job elsewhere"))
                .then()
                .statusCode(200);
        itIs(Duration.ofHours(-81));
        nothingIsDue();
        messagesAre("PLANNED");

        itIs(Duration.ofHours(-73)); // at seven
        messagesAre("PLANNED", "CALLED_OFF");
    }

    @Test
    void whatTakesPlaceBeforeTheNightIsOverIsToldInTheNight() {
        itIs(Duration.ofHours(-11)); // nine in the evening before
        assertThat(visit.job().given(tudor, morning.at(-120), morning.at(-60))).isEqualTo(visit.id());
        plansHaveStood(Duration.ofHours(-11));

        messagesAre("PLANNED");
    }

    @Test
    void whoeverReadsAnotherLanguageIsWrittenToInThat() {
        Mailbox greta = Mailbox.of("greta");
        var _ = planned(greta, "language", TextNode.valueOf("de-AT"));
        plansHaveStood();

        eventually(() -> assertThat(greta.mails()).hasSize(1));
        assertThat(greta.mails().getFirst().text())
                .startsWith("Guten Tag")
                .contains("08:00 (Europe/Bucharest)")
                .doesNotContain("Hello", "Bună ziua");
    }

    @Test
    void whoeverWantsNoMailAboutVisitsGetsNoneAndTheOfficeSeesIt() {
        Mailbox silent = Mailbox.of("silent");
        Morning.Visit other = planned(silent, "visitMail", BooleanNode.FALSE);
        plansHaveStood();

        eventually(() -> other.messages()
                .body("items.change", contains("PLANNED"))
                .body("items.notice", contains("NOT_POSSIBLE"))
                .body("items.failure", contains("The contact wants no mail about visits.")));
        other.job().ticketSays(1000, "WANTED", ticket -> {
            ObjectNode contact = (ObjectNode) ticket.get("contact");
            contact.put("email", silent.address()).remove("visitMail");
        });
        eventually(() -> other.messages().body("items.notice", contains("SENT")));
        assertThat(silent.mails()).hasSize(1);
    }

    @Test
    void whoeverPrefersTheTelephoneIsCalledAlsoWhenNobodyComes() {
        Mailbox box = Mailbox.of("caller");
        Morning.Visit other = planned(box, "preferredChannel", TextNode.valueOf("PHONE"));
        plansHaveStood();
        eventually(() -> other.messages().body("items.change", contains("PLANNED")));

        other.job()
                .command("unassign", Map.of("reason", "Urgent job elsewhere"))
                .then()
                .statusCode(200);
        plansHaveStood();

        eventually(() -> other.messages()
                .body("items.change", contains("PLANNED", "CALLED_OFF"))
                .body("items.notice", contains("NOT_POSSIBLE", "NOT_POSSIBLE"))
                .body("items.failure", everyItem(equalTo("The contact prefers the telephone and is to be called."))));
        assertThat(box.mails()).isEmpty();
    }

    @Test
    void whoeverWantsNoMailIsListedWhenNobodyComesAndOnceWhereAnotherComesAtThatTime() {
        Morning.Visit off = planned(Mailbox.of("silent"), "visitMail", BooleanNode.FALSE);
        Morning.Visit replaced = planned(Mailbox.of("quiet"), "visitMail", BooleanNode.FALSE);
        plansHaveStood();
        for (Morning.Visit each : List.of(off, replaced)) {
            eventually(() -> each.messages().body("items.change", contains("PLANNED")));
            each.job()
                    .command("unassign", Map.of("reason", "Urgent job elsewhere"))
                    .then()
                    .statusCode(200);
        }
        Morning.Visit next = new Morning.Visit(
                replaced.job(), replaced.job().given(Mechanic.register("Ion Dima"), morning.at(0), morning.at(60)));
        plansHaveStood();

        eventually(() -> off.messages()
                .body("items.change", contains("PLANNED", "CALLED_OFF"))
                .body("items.notice", contains("NOT_POSSIBLE", "NOT_POSSIBLE"))
                .body("items[1].failure", equalTo("The contact wants no mail about visits.")));
        eventually(() -> next.messages()
                .body("items.change", contains("PLANNED_ANEW"))
                .body("items.notice", contains("NOT_NEEDED")));
        replaced.messages().body("items.change", contains("PLANNED"));
    }

    /** By somebody else, at the same time. */
    private Morning.Visit planned(Mailbox mailbox, String detail, JsonNode value) {
        Job job = Job.waiting(ticket -> ((ObjectNode) ticket.get("contact"))
                .put("email", mailbox.address())
                .set(detail, value));
        return new Morning.Visit(job, job.given(Mechanic.register("Vlad Pop"), morning.at(0), morning.at(60)));
    }

    private void itIs(Duration beforeEight) {
        MovableClock.set(morning.eight().plus(beforeEight));
    }

    /** What was planned at noon is told by now, or is not told at all. */
    private void plansHaveStood() {
        plansHaveStood(Duration.ofHours(-92));
    }

    private void plansHaveStood(Duration planned) {
        waited += 6;
        itIs(planned.plusMinutes(waited));
        nothingIsDue();
    }

    private void nothingIsDue() {
        eventually(() -> assertThat(due()).isZero());
    }

    private long due() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement errands = connection.prepareStatement(DUE)) {
            errands.setObject(1, visit.id());
            errands.setObject(2, new MovableClock().instant().atOffset(ZoneOffset.UTC));
            try (ResultSet rows = errands.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getLong(1);
            }
        }
    }

    /** How many were. */
    private int postponed(String kind, Duration time) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement errands = connection.prepareStatement(POSTPONED)) {
            errands.setString(1, time.toString());
            errands.setString(2, time.toString());
            errands.setString(3, kind);
            errands.setObject(4, visit.id());
            return errands.executeUpdate();
        }
    }

    private void messagesAre(String... changes) {
        areSent(visit, changes);
    }

    private static void areSent(Morning.Visit visit, String... changes) {
        eventually(() -> visit.messages()
                .body("items.change", contains(changes))
                .body("items.notice", everyItem(equalTo("SENT"))));
    }

    private void nothingIsTold() {
        visit.messages().body("items", empty());
    }

    /** The mail server shows a mail a moment after it has taken it. */
    private Mailbox.Mail mails(int number) {
        eventually(() -> assertThat(maria.mails()).hasSize(number));
        return maria.mails().getLast();
    }

    private static String calendar(Mailbox.Mail mail) {
        assertThat(mail.files())
                .hasSize(1)
                .allSatisfy((name, bytes) -> assertThat(name).endsWith(".ics"));
        return new String(mail.files().values().iterator().next(), StandardCharsets.UTF_8);
    }

    private static int sequence(String calendar) {
        return calendar.lines()
                .filter(line -> line.startsWith("SEQUENCE:"))
                .mapToInt(line -> Integer.parseInt(line.substring("SEQUENCE:".length())))
                .findFirst()
                .orElseThrow();
    }

    /** As iCalendar writes it. */
    private static String basic(String instant) {
        return instant.replace("-", "").replace(":", "");
    }
}
