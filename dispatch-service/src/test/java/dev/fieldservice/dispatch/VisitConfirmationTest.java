package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer opens the visit that they were told of, without signing in, and says that its time suits them. */
@QuarkusTest
@TestProfile(CustomersTold.class)
@WithTestResource(RealServers.class)
class VisitConfirmationTest {

    private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Mailbox maria = Mailbox.of("maria");

    private Mechanic tudor;

    private Morning morning;
    private Morning.Visit visit;
    private String path;

    @BeforeEach
    void aCustomerWasToldOfAVisit() {
        tudor = Mechanic.register("Tudor Ionescu");
        morning = Morning.of(tudor);
        visit = morning.visit(maria, 0, 60);
        MovableClock.set(morning.time(-16 * 60)); // at four in the afternoon
        eventually(() -> assertThat(maria.mails()).hasSize(1));
        path = maria.mails()
                .getFirst()
                .text()
                .lines()
                .filter(line -> line.contains("/v1/visit-confirmation?code="))
                .map(line -> URI.create(line.substring(line.indexOf("http")).strip()))
                .map(address -> address.getPath() + "?" + address.getQuery())
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void theClockIsRight() {
        MovableClock.reset();
    }

    @Test
    void whoeverHasTheMailSeesTheVisitAndNothingElse() {
        opened().body("orderNumber", equalTo(visit.job().seen().path("number")))
                .body("state", equalTo("PLANNED"))
                .body("expectedArrival", equalTo(morning.at(0)))
                .body("technician", equalTo("Tudor Ionescu"))
                .body("confirmedAt", nullValue())
                .body(not(containsString("0722")))
                .body(not(containsString("@")));
        String another = path.substring(0, path.length() - 1) + (path.endsWith("a") ? "b" : "a");
        given().get(another).then().statusCode(404);
        given().get("/v1/visit-confirmation?code=" + visit.id()).then().statusCode(404);
        given().get("/v1/visit-confirmation").then().statusCode(400);
    }

    @Test
    void theTimeIsConfirmedOnceAndDispatchSeesIt() {
        confirmed(0).then().statusCode(200).body("confirmedAt", notNullValue());
        String confirmed = appointment().extract().path("confirmedAt");
        assertThat(Instant.parse(confirmed)).isCloseTo(new MovableClock().instant(), within(20, ChronoUnit.SECONDS));

        confirmed(0).then().statusCode(200).body("confirmedAt", equalTo(confirmed));

        assertThat(visit.job().history()).containsOnlyOnce("CONFIRMED");
        opened().body("confirmedAt", equalTo(confirmed));
    }

    @Test
    void anotherTimeIsNotConfirmedByThat() {
        confirmed(0).then().statusCode(200);
        morning.isSaid(visit, 30).body("notice", equalTo("PENDING"));

        appointment().body("confirmedAt", nullValue());
        opened().body("expectedArrival", equalTo(morning.at(30))).body("confirmedAt", nullValue());
        confirmed(0).then().statusCode(200).body("confirmedAt", nullValue()); // from a page of before
        confirmed(30).then().statusCode(200).body("confirmedAt", notNullValue());
        appointment().body("confirmedAt", notNullValue());
    }

    @Test
    void whoeverComesAtTheTimeThatSuitsThemIsConfirmedToo() {
        confirmed(0).then().statusCode(200);
        Mechanic vlad = Mechanic.register("Vlad Pop");
        assertThat(visit.job().given(vlad, morning.at(0), morning.at(60))).isEqualTo(visit.id());

        opened().body("technician", equalTo("Vlad Pop")).body("confirmedAt", notNullValue());

        visit.job()
                .command("unassign", Map.of("reason", "Urgent job elsewhere"))
                .then()
                .statusCode(200);
        UUID next = visit.job().given(tudor, morning.at(0), morning.at(60));
        MovableClock.set(morning.time(-16 * 60 + 30));
        eventually(() -> opened().body("state", equalTo("PLANNED"), "technician", equalTo("Tudor Ionescu")));
        opened().body("confirmedAt", notNullValue());
        get(Person.DANA, "/v1/appointments/" + next).then().body("confirmedAt", notNullValue());
        assertThat(maria.mails()).hasSize(1);
    }

    @Test
    void whatIsOffIsNotConfirmed() {
        visit.job()
                .command("unassign", Map.of("reason", "Urgent job elsewhere"))
                .then()
                .statusCode(200);

        confirmed(0).then().statusCode(200).body("state", equalTo("CALLED_OFF")).body("confirmedAt", nullValue());
        page().get(path)
                .then()
                .statusCode(200)
                .body(containsString("nu mai are loc"))
                .body(not(containsString("<button")));
    }

    @Test
    void aBrowserGetsAPageInItsLanguage() {
        page().header("Accept-Language", "de-AT,de;q=0.9")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Der Termin passt mir"), containsString("08:00 (Europe/Bucharest)"));
        page().header("Accept-Language", "fr").get(path).then().body(containsString("Confirm ora"));
        page().post(path + "&at=" + morning.at(0))
                .then()
                .statusCode(200)
                .body(containsString("ați confirmat vizita"), not(containsString("<button")));
        page().get("/v1/visit-confirmation?code=nothing")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("nicio vizită"));
    }

    @Test
    void whatWasEnteredIsWrittenAsText() {
        visit.job().ticketSays(1000, "WANTED", ticket -> ticket.put("summary", "<script>alert(1)</script>"));
        eventually(() -> page().get(path)
                .then()
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"))
                .body(not(containsString("<script>"))));
    }

    @Test
    void threeDaysAfterTheVisitTheAddressIsOver() {
        MovableClock.set(morning.time(60).plus(Duration.ofDays(3)).minusSeconds(60));
        opened().body("state", equalTo("PLANNED"));
        MovableClock.set(morning.time(60).plus(Duration.ofDays(3)).plusSeconds(60));
        given().get(path).then().statusCode(404);
        confirmed(0).then().statusCode(404);
    }

    private Response confirmed(int minutes) {
        return given().post(path + "&at=" + morning.at(minutes));
    }

    private ValidatableResponse opened() {
        return given().get(path).then().statusCode(200);
    }

    private ValidatableResponse appointment() {
        return get(Person.DANA, "/v1/appointments/" + visit.id()).then().statusCode(200);
    }

    private static RequestSpecification page() {
        return given().accept(PAGE);
    }
}
