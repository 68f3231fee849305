package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telling the customer about a delay, through a real mail server. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DelayTest {

    @Inject
    AgroalDataSource database;

    private Mechanic tudor;
    private Mailbox box;
    private String maria;

    @BeforeEach
    void aTechnicianIsOnTheWay() {
        tudor = Mechanic.register("Tudor Ionescu");
        box = Mailbox.of("maria");
        maria = box.address();
    }

    @Test
    void oneCallTellsTheCustomerOnce() {
        Job job = Job.waiting(this::meetMaria);
        UUID appointment = job.given(tudor, Job.in(2), Job.in(3));
        Instant arrival = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(150, ChronoUnit.MINUTES);
        Map<String, Object> delay = Map.of("expectedArrival", arrival.toString(), "reason", "Trafic pe centură");
        String key = UUID.randomUUID().toString();

        Response first = tudor.posts(key, delay(appointment), delay);
        Response again = tudor.posts(key, delay(appointment), delay);

        first.then()
                .statusCode(200)
                .body("notified", equalTo(true))
                .body("recipient", equalTo(maria))
                .body("expectedArrival", equalTo(arrival.toString()));
        assertThat(again.asString()).isEqualTo(first.asString());
        eventually(() -> get(Person.DANA, "/v1/appointments/" + appointment + "/delays")
                .then()
                .body("items[0].notice", equalTo("SENT")));
        assertThat(box.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.id()).isEqualTo("<" + first.path("id") + "@dispatch-service.fieldservice>");
            assertThat(mail.subject()).startsWith("SO-").contains("întârzia");
            assertThat(mail.text())
                    .contains("Tudor Ionescu", "Magazin Cotroceni", "Trafic pe centură", "(Europe/Bucharest)")
                    .contains(
                            DateTimeFormatter.ofPattern("HH:mm").format(arrival.atZone(ZoneId.of("Europe/Bucharest"))));
        });
        assertThat(job.history()).containsOnlyOnce("ARRIVAL_ANNOUNCED", "MAIL_QUEUED", "MAIL_SENT");
        get(Person.DANA, "/v1/appointments/" + appointment).then().body("expectedArrival", equalTo(arrival.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en|delayed", "en-GB,tlh|delayed", "tlh|întârzia", "ro,en|întârzia"})
    void theCustomerIsWrittenToInThoseLanguagesOfTheCompanyThatThereAreTemplatesIn(String languages, String word)
            throws SQLException {
        theCompanySpeaks(languages);
        UUID appointment = Job.waiting(this::meetMaria).given(tudor, Job.in(2), Job.in(3));

        tudor.posts(delay(appointment), Map.of("expectedArrival", Job.in(4)))
                .then()
                .statusCode(200);

        eventually(() -> assertThat(box.mails()).hasSize(1));
        theCompanySpeaks("ro,en");
        assertThat(box.mails().getFirst().subject()).contains(word);
        String text = box.mails().getFirst().text();
        assertThat(text).contains("Hello");
        assertThat(text.contains("Bună ziua")).isEqualTo(!languages.startsWith("en"));
    }

    private void theCompanySpeaks(String languages) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement company =
                        connection.prepareStatement("update known_company set languages = string_to_array(?, ',')")) {
            company.setString(1, languages);
            assertThat(company.executeUpdate()).isOne();
        }
    }

    @Test
    void laterVisitsOfTheDayMoveWhereTheyWouldBeginTooEarly() {
        ZoneId zone = ZoneId.of("Europe/Bucharest");
        Instant morning = Instant.now()
                .atZone(zone)
                .toLocalDate()
                .plusDays(3)
                .atTime(8, 0)
                .atZone(zone)
                .toInstant();
        UUID first = Job.waiting(this::meetMaria).given(tudor, at(morning, 0), at(morning, 1));
        UUID second = Job.waiting().given(tudor, at(morning, 1), at(morning, 2));
        UUID evening = Job.waiting().given(tudor, at(morning, 9), at(morning, 10));

        post(
                        Person.DANA,
                        delay(first),
                        Map.of(
                                "expectedArrival",
                                morning.plus(45, ChronoUnit.MINUTES).toString()))
                .then()
                .statusCode(200)
                .body("shifted.size()", equalTo(1))
                .body("shifted[0].appointmentId", equalTo(second.toString()))
                .body(
                        "shifted[0].expectedArrival",
                        equalTo(morning.plus(105, ChronoUnit.MINUTES).toString()));

        get(Person.DANA, "/v1/appointments/" + second)
                .then()
                .body(
                        "expectedArrival",
                        equalTo(morning.plus(105, ChronoUnit.MINUTES).toString()));
        get(Person.DANA, "/v1/appointments/" + evening).then().body("expectedArrival", equalTo(null));
    }

    @Test
    void theCustomerIsToldWhereTheContactHasNoAddress() {
        Job job = Job.waiting(ticket -> {
            ((ObjectNode) ticket.get("contact")).remove("email");
            ((ObjectNode) ticket.get("customer")).put("email", maria);
        });
        UUID appointment = job.given(tudor, Job.in(2), Job.in(3));

        tudor.posts(delay(appointment), Map.of("expectedArrival", Job.in(3)))
                .then()
                .statusCode(200);

        eventually(() -> assertThat(box.mails()).hasSize(1));
    }

    @Test
    void withoutAnAddressTheDelayIsRecordedAndTheCallerIsTold() {
        Job job = Job.waiting(ticket -> {
            ((ObjectNode) ticket.get("contact")).remove("email");
            ((ObjectNode) ticket.get("customer")).put("email", "two words@cotroceni.example");
        });
        UUID appointment = job.given(tudor, Job.in(2), Job.in(3));

        tudor.posts(delay(appointment), Map.of("expectedArrival", Job.in(3)))
                .then()
                .statusCode(200)
                .body("notified", equalTo(false))
                .body("notice", equalTo("NOT_POSSIBLE"))
                .body("failure", containsString("e-mail"));
        assertThat(job.history()).contains("ARRIVAL_ANNOUNCED");
    }

    @Test
    void onlyThoseConcernedAnnounceADelayAndOnlyBeforeTheArrival() {
        Job job = Job.waiting(this::meetMaria);
        UUID appointment = job.given(tudor, Job.in(2), Job.in(3));
        Map<String, Object> delay = Map.of("expectedArrival", Job.in(3));

        Mechanic.register("Teodora").posts(delay(appointment), delay).then().statusCode(404);
        Mechanic.register("Teodora")
                .gets("/v1/appointments/" + appointment)
                .then()
                .statusCode(404);
        post(Person.SORIN, delay(appointment), delay).then().statusCode(403);
        tudor.posts(delay(Ids.next()), delay).then().statusCode(404);
        tudor.posts(delay(appointment), Map.of("expectedArrival", Job.in(-2)))
                .then()
                .statusCode(422)
                .body("code", equalTo("arrival-in-the-past"));
        tudor.posts(delay(appointment), Map.of("expectedArrival", Job.in(3), "reason", "a\r\nBcc: x@y.example"))
                .then()
                .statusCode(400);
        job.progresses(appointment, 2, "ON_SITE", Instant.now());
        job.visitBecomes(appointment, "ON_SITE");
        tudor.posts(delay(appointment), delay).then().statusCode(409).body("code", equalTo("illegal-transition"));
        assertThat(box.mails()).isEmpty();
    }

    @Test
    void aMessageThatWouldBeWrongByNowIsNotSent() throws SQLException {
        Job job = Job.waiting(this::meetMaria);
        UUID appointment = job.given(tudor, Job.in(2), Job.in(3));
        String first = tudor.posts(delay(appointment), Map.of("expectedArrival", Job.in(3)))
                .path("id");
        eventually(() -> assertThat(notice(appointment, first)).isEqualTo("SENT"));
        String second = tudor.posts(delay(appointment), Map.of("expectedArrival", Job.in(4)))
                .path("id");
        eventually(() -> assertThat(notice(appointment, second)).isEqualTo("SENT"));

        waitsToBeSent(first, 0);
        eventually(() -> assertThat(notice(appointment, first)).isEqualTo("OUTDATED"));
        job.command("unassign", Map.of("reason", "Tudor is ill")).then().statusCode(200);
        waitsToBeSent(second, 1);
        eventually(() -> assertThat(notice(appointment, second)).isEqualTo("OUTDATED"));

        assertThat(box.mails()).hasSize(2);
        assertThat(why(appointment, first)).doesNotContain("may have been sent");
        assertThat(why(appointment, second))
                .as("nobody knows how far an attempt came that was cut off")
                .contains("may have been sent");
        assertThat(job.history()).contains("NOTIFICATION_OUTDATED");
    }

    private static String notice(UUID appointment, String id) {
        return get(Person.DANA, "/v1/appointments/" + appointment + "/delays")
                .path("items.find { it.id == '" + id + "' }.notice");
    }

    private static String why(UUID appointment, String id) {
        return get(Person.DANA, "/v1/appointments/" + appointment + "/delays")
                .path("items.find { it.id == '" + id + "' }.failure");
    }

    /** As if the mail server had been away, or the process had been killed after so many attempts. */
    private void waitsToBeSent(String id, int attempts) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement notice =
                        connection.prepareStatement("update delay_notice set state = 'PENDING' where id = ?");
                PreparedStatement errand = connection.prepareStatement("""
                        insert into errand (id, kind, subject_kind, subject_id, content, state, due, next_at, attempts,
                                            repeating, created_at)
                        values (gen_random_uuid(), 'DELAY_MAIL', 'delay-notice', ?,
                                json_build_object('noticeId', ?::text), 'WAITING', now(), now(), ?, false, now())""")) {
            notice.setObject(1, UUID.fromString(id));
            assertThat(notice.executeUpdate()).isOne();
            errand.setObject(1, UUID.fromString(id));
            errand.setString(2, id);
            errand.setInt(3, attempts);
            assertThat(errand.executeUpdate()).isOne();
        }
    }

    private void meetMaria(ObjectNode ticket) {
        ((ObjectNode) ticket.get("contact")).put("email", maria);
    }

    private static String delay(UUID appointment) {
        return "/v1/appointments/" + appointment + "/delay";
    }

    private static String at(Instant morning, int hours) {
        return morning.plus(hours, ChronoUnit.HOURS).toString();
    }
}
