package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static dev.fieldservice.ticket.Frigotehnica.change;
import static dev.fieldservice.ticket.Frigotehnica.day;
import static dev.fieldservice.ticket.Frigotehnica.details;
import static dev.fieldservice.ticket.Frigotehnica.hours;
import static dev.fieldservice.ticket.Frigotehnica.seen;
import static dev.fieldservice.ticket.Frigotehnica.special;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The company as data: who it is, when it works, and in which year a number falls. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CompanyTest {

    private static final Instant LAST_HALF_HOURS_OF_2026 = Instant.parse("2026-12-31T22:30:00Z");

    @BeforeEach
    void theFirstCompanyIsKnown() {
        Events.eventually(() -> assertThat(Frigotehnica.told()).isNotEmpty());
    }

    @AfterEach
    void itIsTodayAgain() {
        MovableClock.reset();
    }

    @Test
    void theOthersHearOfTheFirstCompanyBeforeAnybodyHasEnteredIt() {
        JsonNode first = Frigotehnica.told().getFirst();

        assertThat(first.path("tradeName").asText()).isEqualTo("Our company");
        assertThat(first.has("seller")).isFalse();
        assertThat(first.path("timeZone").asText()).isEqualTo("Europe/Bucharest");
        assertThat(first.path("workingHours")).hasSize(5);
    }

    @Test
    void whatIsChangedIsToldAsAWholeWithItsHolidaysWorkedOut() {
        Map<String, Object> details = details();
        details.put("tradeName", "Frigotehnica " + System.nanoTime());
        change(details).then().statusCode(200).body("seller.vatId", equalTo("RO18547290"));

        JsonNode told = told(Frigotehnica.version());
        assertThat(told.path("tradeName").asText()).isEqualTo(details.get("tradeName"));
        assertThat(told.at("/seller/iban").asText()).isEqualTo("RO49AAAA1B31007593840000");
        assertThat(told.path("specialDays"))
                .extracting(special -> special.path("date").asText() + " "
                        + special.path("name").asText())
                .contains("2026-04-12 Paștele", "2027-05-02 Paștele", "2026-08-14 Concediu colectiv")
                .doesNotContain("2026-08-15 Concediu colectiv");
    }

    @Test
    void theSameOnceMoreIsToldToNobody() {
        change(details()).then().statusCode(200);
        long version = Frigotehnica.version();

        change(details()).then().statusCode(200);

        assertThat(Frigotehnica.version()).isEqualTo(version);
        Map<String, Object> last = details();
        last.put("tradeName", "Frigotehnica și fiii");
        change(last).then().statusCode(200);
        assertThat(told(Frigotehnica.version()).path("tradeName").asText()).isEqualTo("Frigotehnica și fiii");
        assertThat(Frigotehnica.told())
                .filteredOn(event -> event.path("companyVersion").asLong() == version)
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void everybodyOfTheCompanySeesItAndOnlyAnAdministratorChangesIt(Person person) {
        get(person, Frigotehnica.PATH).then().statusCode(200);
        get(person, Frigotehnica.PATH + "/calendar?from=2026-01-01&to=2026-01-01")
                .then()
                .statusCode(200);

        Response changed = put(person, Frigotehnica.PATH, "\"0\"", details());
        assertThat(changed.statusCode()).isEqualTo(person == Person.ADMIN ? 412 : 403);
    }

    @ParameterizedTest
    @CsvSource({"XXX", "XTS", "XAU", "DEM", "ROL", "VEB", "HRK"})
    void aCurrencyIsOneThatCanBePaidIn(String currency) {
        Map<String, Object> details = details();
        details.put("currency", currency);

        change(details).then().statusCode(400).body("errors.pointer", contains("/currency"));
    }

    @ParameterizedTest
    @CsvSource({"18547290", "1800101221144", "RO18547291"})
    void aVatIdentifierOfTheSellerBeginsWithItsCountry(String vatId) {
        Map<String, Object> details = details();
        Map<String, Object> seller = Frigotehnica.seller();
        seller.put("vatId", vatId);
        details.put("seller", seller);

        change(details).then().statusCode(400).body("errors.pointer", contains("/seller/vatId"));
    }

    @Test
    void whatIsWrongIsNamedAllAtOnceAndChangesNothing() {
        long version = Frigotehnica.version();
        Map<String, Object> details = details();
        details.put("timeZone", "Europe/Bukarest");
        details.put("currency", "LEI");
        details.put("languages", List.of("ro", "xq", "RO"));
        details.put("publicHolidays", "RO-B");
        Map<String, Object> seller = Frigotehnica.seller();
        seller.put("iban", "RO49AAAA1B31007593840001");
        details.put("seller", seller);
        details.put(
                "workingHours",
                List.of(
                        day("MONDAY", hours("08:00", "12:00"), hours("11:59", "17:00")),
                        day("MONDAY", hours("17:00", "08:00"))));
        details.put(
                "specialDays",
                List.of(
                        special("2026-08-03", "2026-08-14", "Concediu"),
                        special("2026-09-14", "2026-09-13", "Punte"),
                        special("2026-12-24", "2027-12-25", "Prea mult"),
                        special("1026-12-24", "1026-12-24", "Prea devreme")));

        change(details)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/timeZone",
                                "/currency",
                                "/languages/1",
                                "/languages/2",
                                "/publicHolidays",
                                "/seller/iban",
                                "/workingHours/0/hours/1/from",
                                "/workingHours/1/day",
                                "/workingHours/1/hours/0/to",
                                "/specialDays/1/through",
                                "/specialDays/2/through",
                                "/specialDays/3/from",
                                "/specialDays/3/through"));
        assertThat(Frigotehnica.version()).isEqualTo(version);
    }

    @Test
    void twoDaysThatOverlapAreRefused() {
        Map<String, Object> details = details();
        details.put(
                "specialDays",
                List.of(special("2026-08-03", "2026-08-14", "Concediu"), special("2026-08-14", "2026-08-16", "Punte")));

        change(details).then().statusCode(400).body("errors.pointer", contains("/specialDays/1/from"));
    }

    @Test
    void theCalendarSaysWhenOneWorks() {
        Map<String, Object> details = details();
        details.put(
                "specialDays",
                List.of(
                        special("2026-04-10", "2026-04-10", "Lucrăm de Vinerea Mare", hours("10:00", "14:00")),
                        special("2026-04-18", "2026-04-18", "Sâmbătă recuperată", hours("08:00", "24:00"))));
        change(details).then().statusCode(200);

        get(Person.TUDOR, Frigotehnica.PATH + "/calendar?from=2026-04-09&to=2026-04-18")
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("Europe/Bucharest"))
                .body("days", hasSize(10))
                .body("days[0].hours.from", contains("08:00", "12:30"))
                .body("days[0].name", nullValue())
                .body("days[1].hours.from", contains("10:00"))
                .body("days[1].publicHoliday", equalTo(true))
                .body("days[2].hours", empty())
                .body("days[3].name", equalTo("Paștele"))
                .body("days[3].hours", empty())
                .body("days[4].name", equalTo("A doua zi de Paști"))
                .body("days[5].hours", hasSize(2))
                .body("days[9].hours.to", contains("24:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02, 2026-01-01, to",
        "2026-01-01, 2027-02-05, to",
        "1999-12-31, 2000-01-01, from",
        "2200-12-31, 2201-01-01, to",
        "2026-01-01, 2026-02-30, to"
    })
    void aSpanThatMakesNoSenseIsRefused(String from, String to, String field) {
        get(Person.TUDOR, Frigotehnica.PATH + "/calendar?from=" + from + "&to=" + to)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Bucharest, T-2027-", "America/New_York, T-2026-", "UTC, T-2026-"})
    void theYearOfATicketIsTheCompanysAndNotThatOfGreenwich(String zone, String year) {
        Map<String, Object> details = details();
        details.put("timeZone", zone);
        change(details).then().statusCode(200);
        MovableClock.set(LAST_HALF_HOURS_OF_2026);

        String number = post(Person.DANA, "/v1/tickets", Supermarket.register().leakyChiller())
                .path("number");

        assertThat(number).startsWith(year);
        assertThat(seen().<String>path("timeZone")).isEqualTo(zone);
    }

    private static JsonNode told(long version) {
        List<JsonNode> found = new ArrayList<>();
        Events.eventually(() -> {
            Frigotehnica.told().stream()
                    .filter(event -> event.path("companyVersion").asLong() == version)
                    .forEach(found::add);
            assertThat(found).isNotEmpty();
        });
        return found.getFirst();
    }
}
