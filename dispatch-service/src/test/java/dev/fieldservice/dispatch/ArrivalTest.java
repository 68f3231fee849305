package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Waiting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An expected arrival moves both ways, the rest of the day with it, and each customer is told once. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ArrivalTest {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private final Instant eight = ZonedDateTime.now(BUCHAREST)
            .plusDays(3)
            .with(LocalTime.of(8, 0))
            .truncatedTo(ChronoUnit.SECONDS)
            .toInstant();

    private Mechanic tudor;
    private Mailbox maria;
    private Mailbox ioana;

    @BeforeEach
    void aTechnicianHasADay() {
        tudor = Mechanic.register("Tudor Ionescu");
        maria = Mailbox.of("maria");
        ioana = Mailbox.of("ioana");
    }

    @Test
    void aCorrectionPullsTheLaterVisitsBack() {
        UUID first = visit(maria, 0, 60);
        UUID second = visit(ioana, 60, 120);
        UUID third = visit(ioana, 120, 180);

        isSaid(first, 90).body("shifted.appointmentId", equalTo(List.of(second.toString(), third.toString())));
        isExpected(second, 150);
        isExpected(third, 210);

        isSaid(first, 5).body("expectedArrival", equalTo(at(5)));
        isExpected(second, 65);
        isExpected(third, 125);

        tudor.posts(delay(first), Map.of("delayMinutes", 0))
                .then()
                .statusCode(200)
                .body("change", equalTo("AS_PLANNED"));
        for (UUID visit : List.of(first, second, third)) {
            get(Person.DANA, "/v1/appointments/" + visit).then().body("expectedArrival", equalTo(null));
        }
    }

    @Test
    void whoIsExpectedOrStaysAwayLongerThanAQuarterOfAnHourIsLate() {
        UUID visit = visit(maria, 0, 60);
        MovableClock.set(eight.minus(30, ChronoUnit.MINUTES));
        assertThat(late()).isEmpty();

        var _ = isSaid(visit, 20);
        assertThat(late()).containsExactly(visit.toString());
        assertThat(Waiting.counted(Person.DANA, "VISITS_LATE", tudor.id())).isOne();
        var _ = isSaid(visit, 10);
        assertThat(late()).isEmpty();

        MovableClock.set(eight.plus(14, ChronoUnit.MINUTES));
        assertThat(late()).isEmpty();
        MovableClock.set(eight.plus(16, ChronoUnit.MINUTES));
        assertThat(late()).containsExactly(visit.toString());
        Waiting.isWhatTheListsHold(Person.ADMIN);
        get(Person.TUDOR, "/v1/late-visits").then().statusCode(403);
    }

    private List<String> late() {
        return get(Person.DANA, "/v1/late-visits?technicianId=" + tudor.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items.appointment.id");
    }

    @Test
    void whatWasSaidOfALaterVisitItselfHoldsWhenTheEarlierOneIsOnTimeAgain() {
        UUID first = visit(maria, 0, 60);
        UUID second = visit(ioana, 60, 120);

        var _ = isSaid(second, 90);
        var _ = isSaid(first, 60);
        isExpected(second, 120);
        var _ = isSaid(first, 10);
        isExpected(second, 90);
    }

    @Test
    void anEarlierTimeIsNeverAnnouncedAsADelay() {
        UUID visit = visit(maria, 0, 60);

        isSaid(visit, -30).body("change", equalTo("EARLIER"), "expectedArrival", equalTo(at(-30)));
        eventually(() -> assertThat(maria.mails()).hasSize(1));
        assertThat(maria.mails().getFirst().subject())
                .contains("mai devreme", "earlier")
                .doesNotContain("întârzia");
        assertThat(maria.mails().getFirst().text()).doesNotContain("întârzi", "delay");

        isSaid(visit, 60).body("change", equalTo("LATER"));
        eventually(() -> assertThat(maria.mails()).hasSize(2));
        isSaid(visit, 20).body("change", equalTo("EARLIER"));
        eventually(() -> assertThat(maria.mails()).hasSize(3));
        assertThat(maria.mails().getLast().subject()).contains("mai devreme");
        var _ = isSaid(visit, 0);
        eventually(() -> assertThat(maria.mails()).hasSize(4));
        assertThat(maria.mails().getLast().subject()).contains("planificată");
    }

    @Test
    void theCustomersOfLaterVisitsAreToldTooAndEachOnce() {
        UUID first = visit(maria, 0, 60);
        UUID second = visit(ioana, 60, 120);

        var _ = isSaid(first, 45);
        eventually(() -> assertThat(ioana.mails()).hasSize(1));
        assertThat(ioana.mails().getFirst().text()).contains("09:45");
        isSaid(first, 45).body("notice", equalTo("NOT_NEEDED"), "notified", equalTo(false), "shifted", hasSize(0));
        isSaid(first, 48).body("notice", equalTo("NOT_NEEDED"));
        isExpected(second, 108);

        var _ = isSaid(first, 0);
        eventually(() -> assertThat(ioana.mails()).hasSize(2));
        assertThat(ioana.mails().getLast().subject()).contains("planificată");
        eventually(() -> assertThat(maria.mails()).hasSize(2));
        get(Person.DANA, "/v1/appointments/" + second + "/delays")
                .then()
                .body("items.causedBy", hasItem(first.toString()))
                .body("items.notice", equalTo(List.of("SENT", "SENT")));
    }

    @Test
    void aDelayOfDaysIsRefusedAndMovesNothing() {
        UUID first = visit(maria, 0, 60);
        UUID second = visit(ioana, 60, 120);

        tudor.posts(delay(first), Map.of("expectedArrival", at(10 * 24 * 60)))
                .then()
                .statusCode(422)
                .body("code", equalTo("too-far"), "errors[0].pointer", equalTo("/expectedArrival"));
        tudor.posts(delay(first), Map.of("delayMinutes", 14_400)).then().statusCode(400);
        tudor.posts(delay(first), Map.of()).then().statusCode(400).body("errors[0].code", equalTo("one-of"));
        tudor.posts(delay(first), Map.of("delayMinutes", 5, "expectedArrival", at(5)))
                .then()
                .statusCode(400);

        for (UUID visit : List.of(first, second)) {
            get(Person.DANA, "/v1/appointments/" + visit).then().body("expectedArrival", equalTo(null));
        }
    }

    @Test
    void whatIsPlannedAfterMidnightMovesTooWithAllWhoGoThere() {
        Mechanic teodora = Mechanic.register("Teodora Pop");
        UUID evening = visit(maria, 15 * 60, 16 * 60);
        UUID night = Job.waiting(ticket -> meets(ticket, ioana)).given(at(16 * 60), at(17 * 60), tudor, teodora);
        UUID later = Job.waiting(ticket -> meets(ticket, ioana)).given(teodora, at(17 * 60), at(18 * 60));

        var _ = isSaid(evening, 15 * 60 + 30);

        isExpected(night, 16 * 60 + 30);
        isExpected(later, 17 * 60 + 30);
    }

    @Test
    void whatIsTakenAwayNoLongerKeepsTheLaterVisitsWaiting() {
        Job job = Job.waiting(ticket -> meets(ticket, maria));
        UUID first = job.given(tudor, at(0), at(60));
        UUID second = visit(ioana, 60, 120);
        var _ = isSaid(first, 90);
        eventually(() -> assertThat(ioana.mails()).hasSize(1));

        job.command("unassign", Map.of("reason", "Needed elsewhere")).then().statusCode(200);

        eventually(() -> get(Person.DANA, "/v1/appointments/" + second).then().body("expectedArrival", equalTo(null)));
        eventually(() -> assertThat(ioana.mails()).hasSize(2));
        assertThat(ioana.mails().getLast().subject()).contains("planificată");
    }

    @Test
    void aVisitThatEndsEarlierThanExpectedLetsTheNextBeginEarlier() {
        Job job = Job.waiting(ticket -> meets(ticket, maria));
        UUID first = job.given(tudor, at(0), at(60));
        UUID second = visit(ioana, 60, 120);
        var _ = isSaid(first, 120);
        isExpected(second, 180);

        job.progresses(first, 1, "COMPLETED", eight);

        eventually(() -> get(Person.DANA, "/v1/appointments/" + second).then().body("expectedArrival", equalTo(null)));
    }

    @Test
    void nobodyIsToldOfATimeThatIsOver() {
        Job job = Job.waiting(ticket -> meets(ticket, maria));
        UUID first = job.given(tudor, at(0), at(60));
        UUID second = visit(ioana, 60, 120);
        var _ = isSaid(first, 120);
        isExpected(second, 180);
        eventually(() -> assertThat(ioana.mails()).hasSize(1));

        MovableClock.set(eight.plus(4, ChronoUnit.HOURS));
        job.progresses(first, 1, "COMPLETED", eight.plus(4, ChronoUnit.HOURS));
        job.visitBecomes(first, "COMPLETED");

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            isExpected(second, 180);
            assertThat(ioana.mails()).hasSize(1);
        });
    }

    @AfterEach
    void theClockIsRight() {
        MovableClock.reset();
    }

    private UUID visit(Mailbox contact, int from, int to) {
        return Job.waiting(ticket -> meets(ticket, contact)).given(tudor, at(from), at(to));
    }

    private static void meets(ObjectNode ticket, Mailbox contact) {
        ((ObjectNode) ticket.get("contact")).put("email", contact.address());
    }

    private ValidatableResponse isSaid(UUID visit, int minutes) {
        return tudor.posts(delay(visit), Map.of("expectedArrival", at(minutes)))
                .then()
                .statusCode(200);
    }

    private void isExpected(UUID visit, int minutes) {
        get(Person.DANA, "/v1/appointments/" + visit).then().body("expectedArrival", equalTo(at(minutes)));
    }

    private static String delay(UUID visit) {
        return "/v1/appointments/" + visit + "/delay";
    }

    /** So many minutes after eight. */
    private String at(int minutes) {
        return eight.plus(minutes, ChronoUnit.MINUTES).toString();
    }
}
