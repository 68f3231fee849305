package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Waiting;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer to whom was promised that somebody comes within an hour and that it works again within four. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PromisedTimeTest {

    @Inject
    AgroalDataSource database;

    private Supermarket supermarket;

    @BeforeEach
    void somethingIsPromised() {
        supermarket = Supermarket.register();
        Agreed.active(
                Agreed.contract(supermarket, Map.of("promises", List.of(Agreed.promise("URGENT", 60, 240, "ALWAYS")))));
    }

    @AfterEach
    void itIsNowAgain() {
        MovableClock.reset();
    }

    @Test
    void theContractSaysWhenItIsDueAndThePriorityWhereTheContractSaysNothing() {
        Response urgent = open("URGENT");
        assertThat(between(urgent, "respondBy")).isEqualTo(Duration.ofHours(1));
        assertThat(between(urgent, "resolveBy")).isEqualTo(Duration.ofHours(4));

        assertThat(between(open("HIGH"), "resolveBy")).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void eachMarkIsToldOnceAndLateIfNobodyCouldTellInTime() {
        Response ticket = open("URGENT");

        at(ticket, 31);
        assertThat(marks(ticket, 1)).containsExactly("RESPONSE 50");
        assertThat(atRisk()).isEmpty();
        at(ticket, 121);
        assertThat(marks(ticket, 4)).containsExactly("RESPONSE 50", "RESPONSE 75", "RESPONSE 100", "RESOLUTION 50");

        get(Person.DANA, "/v1/promised-times?customerId=" + supermarket.customerId())
                .then()
                .statusCode(200)
                .body("items.id", contains(ticket.<String>path("id")))
                .body("items[0].broken", equalTo(true));
        assertThat(atRisk("&broken=true")).hasSize(1);
        assertThat(atRisk("&broken=false")).isEmpty();
        assertThat(Waiting.counted(Person.DANA, "PROMISES_BROKEN")).isPositive();
        Waiting.isWhatTheListsHold(Person.ADMIN);
    }

    @Test
    void whatIsAtRiskIsNotBrokenYet() {
        Response ticket = open("URGENT");
        at(ticket, 46);

        assertThat(atRisk("&broken=false")).hasSize(1);
        assertThat(atRisk("&broken=true")).isEmpty();
        assertThat(Waiting.counted(Person.SORIN, "PROMISES_AT_RISK")).isPositive();
        Waiting.isWhatTheListsHold(Person.DANA);
    }

    @Test
    void whileTheCustomerIsWaitedForTheClocksStand() {
        Response ticket = open("URGENT");
        at(ticket, 46);
        assertThat(atRisk()).hasSize(1);

        post(Person.DANA, address(ticket) + "/wait-for-customer", Map.of("reason", "Nu răspunde"))
                .then()
                .statusCode(200);

        assertThat(atRisk()).isEmpty();
        at(ticket, 146);
        Response resumed = post(Person.DANA, address(ticket) + "/resume");
        resumed.then().statusCode(200);
        assertThat(between(resumed, "respondBy").minusMinutes(160).abs()).isLessThan(Duration.ofMinutes(1));
        at(ticket, 161);
        List<String> marks = marks(ticket, 3);
        assertThat(marks).containsExactly("RESPONSE 50", "RESPONSE 75", "RESPONSE 100");
    }

    @Test
    void whoSetsOutEndsTheFirstClockAndWhoClosesTheWorkTheSecond() {
        Response ticket = open("URGENT");
        Work work = Work.of(ticket.path("id"));
        work.begins();
        eventually(() -> get(Person.DANA, address(ticket)).then().body("state", equalTo("IN_PROGRESS")));

        at(ticket, 121);

        assertThat(marks(ticket, 1)).containsExactly("RESOLUTION 50");
        work.isClosed();
        eventually(() -> get(Person.DANA, address(ticket)).then().body("state", equalTo("RESOLVED")));
        at(ticket, 300);
        assertThat(atRisk()).isEmpty();
    }

    /** One comes in time and is done too late, of one nobody has come yet, and one was called off. */
    @Test
    void whatItTookIsMeasuredAgainstWhatWasPromised() {
        Response done = open("URGENT");
        Response waiting = open("URGENT");
        Response off = open("URGENT");
        Work work = Work.of(done.path("id"));
        at(done, 30);
        work.begins();
        eventually(() -> get(Person.DANA, address(done)).then().body("state", equalTo("IN_PROGRESS")));
        post(Person.DANA, address(off) + "/cancel", Map.of("reason", "Merge din nou"))
                .then()
                .statusCode(200);
        at(done, 250);
        work.isClosedAt(new MovableClock().instant().toString());
        eventually(() -> get(Person.DANA, address(done)).then().body("state", equalTo("RESOLVED")));

        for (String by : List.of("MONTH", "CUSTOMER", "PRIORITY")) {
            Response measured = get(Person.SORIN, "/v1/service-times?" + ofTheCustomer(by));
            measured.then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].tickets", equalTo(2))
                    .body("items[0].response.measured", equalTo(1))
                    .body("items[0].response.kept", equalTo(1))
                    .body("items[0].response.overdue", equalTo(1))
                    .body("items[0].response.keptPercent", equalTo("50.0"))
                    .body("items[0].resolution.measured", equalTo(1))
                    .body("items[0].resolution.kept", equalTo(0))
                    .body("items[0].resolution.keptPercent", equalTo("0.0"));
            assertThat(measured.<Integer>path("items[0].resolution.p90Minutes")).isBetween(250, 252);
        }
        String file = as(Person.DANA)
                .accept("text/csv")
                .get("/v1/service-times.csv?" + ofTheCustomer("PRIORITY"))
                .asString();
        assertThat(file.lines()).hasSize(2).last().asString().startsWith("URGENT,,2,1,");
        get(Person.DANA, "/v1/service-times?by=MONTH&from=2026-02-01&to=2026-01-01")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("before-from"));
        get(Person.TUDOR, "/v1/service-times?" + ofTheCustomer("MONTH")).then().statusCode(403);
        waiting.then().statusCode(201);
    }

    @Test
    void whileItsWorkWaitsForTheCustomerNothingRunsAndForAPartItDoes() {
        Response ticket = open("URGENT");
        Work work = Work.of(ticket.path("id"));
        Instant asked = Instant.parse(ticket.path("createdAt"));
        work.isHeld("WAITING_PART", false, asked.plusSeconds(60));
        eventually(() -> assertThat(history(ticket)).contains("ORDER_ON_HOLD"));
        at(ticket, 20);
        assertThat(respondBy(ticket)).isEqualTo(ticket.path("respondBy"));

        work.isHeld("APPROVAL", true, asked.plus(Duration.ofMinutes(20)));
        work.isHeld("WAITING_PART", false, asked.plus(Duration.ofMinutes(10)));
        eventually(() ->
                assertThat(history(ticket)).filteredOn("ORDER_ON_HOLD"::equals).hasSize(2));
        work.isHeld(null, false, asked.plus(Duration.ofMinutes(50)));

        eventually(() -> assertThat(
                        Duration.between(Instant.parse(ticket.path("respondBy")), Instant.parse(respondBy(ticket))))
                .isEqualTo(Duration.ofMinutes(30)));
    }

    @Test
    void whenTheCompanyWorksInOtherHoursWhatIsPromisedInThemIsDueOtherwiseAtOnce() {
        Frigotehnica.change(Frigotehnica.details()).then().statusCode(200);
        supermarket = Supermarket.register();
        Agreed.active(Agreed.contract(
                supermarket, Map.of("promises", List.of(Agreed.promise("URGENT", 6000, 9000, "WORKING_HOURS")))));
        Response ticket = open("URGENT");
        Instant before = Instant.parse(respondBy(ticket));
        Map<String, Object> longer = Frigotehnica.details();
        longer.put(
                "workingHours",
                Stream.of(DayOfWeek.values())
                        .map(day -> Frigotehnica.day(day.name(), Frigotehnica.hours("00:00", "24:00")))
                        .toList());

        Frigotehnica.change(longer).then().statusCode(200);

        try {
            eventually(() -> assertThat(Instant.parse(respondBy(ticket))).isBefore(before));
            assertThat(history(ticket)).contains("DUE_OTHERWISE");
        } finally {
            Frigotehnica.change(Frigotehnica.details()).then().statusCode(200);
        }
        eventually(() -> assertThat(Instant.parse(respondBy(ticket))).isEqualTo(before));
    }

    private static String respondBy(Response ticket) {
        return get(Person.DANA, address(ticket)).path("respondBy");
    }

    private static List<String> history(Response ticket) {
        return get(Person.DANA, "/v1/history?correlationId=" + ticket.path("id"))
                .path("items.action");
    }

    private String ofTheCustomer(String by) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Bucharest"));
        return "by=%s&customerId=%s&from=%s&to=%s"
                .formatted(by, supermarket.customerId(), today.minusDays(1), today.plusDays(1));
    }

    @Test
    void nothingIsAtRiskWhereNothingIsPromisedSoon() {
        Response ticket = open("LOW");

        get(Person.SORIN, "/v1/promised-times?priority=LOW&customerId=" + supermarket.customerId())
                .then()
                .body("items", hasSize(0));
        assertThat(between(ticket, "respondBy")).isEqualTo(Duration.ofHours(72));
    }

    /** It is due as it was told, and somebody who corrects its priority is not warned of what nobody watched. */
    @Test
    void aTicketOfBeforeTheClocksHasNone() throws SQLException {
        Response ticket = open("URGENT");
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(
                        "update ticket set clocks = null, agreement = null, clock_version = 0, risk_at = null where id = ?")) {
            forget.setObject(1, UUID.fromString(ticket.path("id")));
            assertThat(forget.executeUpdate()).isEqualTo(1);
        }
        post(Person.DANA, address(ticket) + "/wait-for-customer", Map.of("reason", "Nu răspunde"))
                .then()
                .statusCode(200);
        post(Person.DANA, address(ticket) + "/resume").then().statusCode(200);
        Map<String, Object> details = new HashMap<>(supermarket.leakyChiller());
        details.keySet().removeAll(Set.of("channel", "customerId"));
        details.put("priority", "HIGH");

        Response corrected = put(
                Person.DANA, address(ticket), get(Person.DANA, address(ticket)).header("ETag"), details);

        corrected.then().statusCode(200);
        assertThat(between(corrected, "resolveBy")).isEqualTo(Duration.ofHours(24));
        at(ticket, 60 * 24 * 7);
        assertThat(atRisk()).isEmpty();
    }

    private Response open(String priority) {
        Map<String, Object> call = supermarket.leakyChiller();
        call.put("priority", priority);
        Response opened = post(Person.DANA, "/v1/tickets", call);
        opened.then().statusCode(201);
        return opened;
    }

    private static String address(Response ticket) {
        return "/v1/tickets/" + ticket.path("id");
    }

    private static Duration between(Response ticket, String due) {
        return Duration.between(Instant.parse(ticket.path("createdAt")), Instant.parse(ticket.path(due)));
    }

    private static void at(Response ticket, int minutes) {
        MovableClock.set(Instant.parse(ticket.path("createdAt")).plus(Duration.ofMinutes(minutes)));
    }

    private List<String> atRisk() {
        return atRisk("");
    }

    private List<String> atRisk(String filter) {
        return get(Person.DANA, "/v1/promised-times?customerId=" + supermarket.customerId() + filter)
                .path("items.id");
    }

    private static List<String> marks(Response ticket, int count) {
        List<JsonNode> told = Events.await(Topics.SLA_WARNED, UUID.fromString(ticket.path("id")), count);
        return told.stream()
                .map(event -> event.path("clock").asText() + " "
                        + event.path("percent").asInt())
                .toList();
    }
}
