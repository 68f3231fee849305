package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Waiting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody comes within an hour and it works again within four, or people hear of it who have a name. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EscalationTest {

    private static final String PLAN = "/v1/escalation-plan";

    private Supermarket supermarket;
    private Mailbox dana;
    private Mailbox sorin;

    @BeforeEach
    void somethingIsPromised() {
        supermarket = Supermarket.register();
        dana = Mailbox.of("dana");
        sorin = Mailbox.of("sorin");
        Agreed.active(
                Agreed.contract(supermarket, Map.of("promises", List.of(Agreed.promise("URGENT", 60, 240, "ALWAYS")))));
    }

    @AfterEach
    void itIsNowAgainAndNobodyIsNamed() {
        MovableClock.reset();
        planned(List.of()).then().statusCode(200);
    }

    @Test
    void whoeverIsNamedIsToldOnceOfEachMarkAndTheTicketSaysSo() {
        planned(List.of(
                        named(
                                Person.SORIN,
                                sorin,
                                true,
                                List.of(level("URGENT", 50), level("URGENT", 75), level("URGENT", 100))),
                        named(Person.DANA, dana, false, List.of(level("URGENT", 50), level(null, 75)))))
                .then()
                .statusCode(200);
        Response ticket = open();

        at(ticket, 46);
        eventually(() -> assertThat(mails(sorin, ticket)).hasSize(1));
        at(ticket, 61);
        eventually(() -> assertThat(mails(sorin, ticket)).hasSize(2));
        at(ticket, 121);
        eventually(() -> assertThat(mails(sorin, ticket)).hasSize(3));

        List<Mailbox.Mail> mails = mails(sorin, ticket);
        assertThat(mails)
                .extracting(Mailbox.Mail::subject)
                .satisfiesExactly(
                        subject -> assertThat(subject).contains(ticket.<String>path("number"), "75 %"),
                        subject -> assertThat(subject).contains("nobody came in time"),
                        subject -> assertThat(subject).contains("50 %"));
        assertThat(mails.getFirst().text())
                .contains("Sorin Dima", "Supermarket Cotroceni SRL", "Magazin Cotroceni", "pierde agent frigorific");
        assertThat(mails(dana, ticket)).isEmpty();
        Response seen = get(Person.DANA, address(ticket));
        assertThat(seen.<List<String>>path("escalations.collect { it.clock + ' ' + it.percent + ' ' + it.name }"))
                .containsExactly("RESPONSE 75 Sorin Dima", "RESPONSE 100 Sorin Dima", "RESOLUTION 50 Sorin Dima");
        assertThat(mails.getFirst().id()).contains(seen.<String>path("escalations[0].id"));
        assertThat(listed(Person.SORIN, "/v1/tickets?escalatedTo=me")).contains(ticket.<String>path("id"));
        assertThat(listed(Person.SORIN, "/v1/promised-times?broken=true&escalatedTo=me"))
                .contains(ticket.<String>path("id"));
        assertThat(listed(Person.DANA, "/v1/tickets?escalatedTo=me")).doesNotContain(ticket.<String>path("id"));
        assertThat(listed(Person.DANA, "/v1/promised-times?escalatedTo=" + Person.SORIN.id()))
                .contains(ticket.<String>path("id"));
        assertThat(Waiting.counted(Person.DANA, "PROMISES_BROKEN", Person.SORIN.id()))
                .isPositive();
        Waiting.isWhatTheListsHold(Person.ADMIN);
    }

    /** As after a downtime: six marks are told to whoever listens, and two mails are written. */
    @Test
    void ofWhatIsReachedAtOnceTheHighestIsTold() {
        planned(List.of(
                        named(Person.SORIN, sorin, true, List.of(level(null, 50), level(null, 75), level(null, 100))),
                        named(Person.DANA, dana, true, List.of(level(null, 50)))))
                .then()
                .statusCode(200);
        Response ticket = open();

        at(ticket, 300);

        assertThat(Events.await(Topics.SLA_WARNED, UUID.fromString(ticket.path("id")), 6))
                .hasSize(6);
        eventually(() -> assertThat(mails(sorin, ticket)).hasSize(2));
        assertThat(mails(sorin, ticket))
                .extracting(Mailbox.Mail::subject)
                .anySatisfy(subject -> assertThat(subject).contains("nobody came in time"))
                .anySatisfy(subject -> assertThat(subject).contains("not solved in time"));
        get(Person.DANA, address(ticket))
                .then()
                .body("escalations", hasSize(2))
                .body("escalations.percent", equalTo(List.of(100, 100)));
        assertThat(mails(dana, ticket)).isEmpty();
    }

    @Test
    void whatIsNamedTwiceOrIsNoMarkIsRefused() {
        Map<String, Object> once = named(Person.SORIN, sorin, true, List.of(level(null, 50)));
        refused(planned(List.of(once, once)), "/people/1/personId", "repeated");
        refused(
                planned(List.of(named(Person.SORIN, sorin, true, List.of(level(null, 50), level(null, 50))))),
                "/people/0/levels/1",
                "repeated");
        refused(
                planned(List.of(named(Person.SORIN, sorin, true, List.of(level("LOW", 60))))),
                "/people/0/levels/0/percent",
                "no-mark");
        put(Person.SORIN, PLAN, get(Person.SORIN, PLAN).header("ETag"), Map.of("people", List.of()))
                .then()
                .statusCode(403);
        get(Person.DANA, "/v1/promised-times?escalatedTo=cineva").then().statusCode(400);
    }

    private static void refused(Response answer, String pointer, String code) {
        answer.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    private static Response planned(List<Map<String, Object>> people) {
        return put(Person.ADMIN, PLAN, get(Person.ADMIN, PLAN).header("ETag"), Map.of("people", people));
    }

    private static Map<String, Object> named(
            Person person, Mailbox box, boolean enabled, List<Map<String, Object>> levels) {
        return Map.of(
                "personId", person.id(),
                "name", person.fullName(),
                "email", box.address(),
                "enabled", enabled,
                "levels", levels);
    }

    private static Map<String, Object> level(String priority, int percent) {
        return priority == null ? Map.of("percent", percent) : Map.of("priority", priority, "percent", percent);
    }

    private Response open() {
        Response opened = post(Person.DANA, "/v1/tickets", supermarket.leakyChiller());
        opened.then().statusCode(201);
        return opened;
    }

    /** Other tests have promised times, too. */
    private static List<Mailbox.Mail> mails(Mailbox box, Response ticket) {
        String number = ticket.path("number");
        return box.mails().stream()
                .filter(mail -> mail.subject().contains(number))
                .toList();
    }

    private static String address(Response ticket) {
        return "/v1/tickets/" + ticket.path("id");
    }

    private static void at(Response ticket, int minutes) {
        MovableClock.set(Instant.parse(ticket.path("createdAt")).plus(Duration.ofMinutes(minutes)));
    }

    private static List<String> listed(Person who, String list) {
        return get(who, list).then().statusCode(200).extract().path("items.id");
    }
}
