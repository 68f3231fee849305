package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supermarket that is open day and night, to which working hours were promised: a hundred until somebody comes. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SiteCalendarTest {

    private static final Duration PROMISED = Duration.ofMinutes(6000);
    static final Map<String, Object> DAY_AND_NIGHT = Map.of(
            "workingHours",
            Stream.of(DayOfWeek.values())
                    .map(day -> Frigotehnica.day(day.name(), Frigotehnica.hours("00:00", "24:00")))
                    .toList(),
            "specialDays",
            List.of());

    private Supermarket supermarket;

    @BeforeEach
    void workingHoursArePromised() {
        Frigotehnica.change(Frigotehnica.details()).then().statusCode(200);
        supermarket = Supermarket.register();
        Agreed.active(Agreed.contract(
                supermarket, Map.of("promises", List.of(Agreed.promise("URGENT", 6000, 9000, "WORKING_HOURS")))));
    }

    @Test
    void whereTheSiteHasACalendarItsHoursCount() {
        changeSite(DAY_AND_NIGHT).then().statusCode(200).body("calendar.workingHours.size()", equalTo(7));

        assertThat(due(open())).isEqualTo(PROMISED);
    }

    @Test
    void whereTheCalendarOfTheSiteIsChangedOpenClocksFollow() {
        String ticket = open();
        assertThat(due(ticket)).isGreaterThan(PROMISED);

        changeSite(DAY_AND_NIGHT).then().statusCode(200);

        eventually(() -> assertThat(due(ticket)).isEqualTo(PROMISED));
        assertThat(get(Person.DANA, "/v1/history?correlationId=" + ticket).<List<String>>path("items.action"))
                .contains("DUE_OTHERWISE");
        changeSite(null).then().statusCode(200).body("calendar", nullValue());
        eventually(() -> assertThat(due(ticket)).isGreaterThan(PROMISED));
    }

    @Test
    void whatIsCorrectedToAnotherSiteIsDueByItsCalendar() {
        String ticket = open();
        Map<String, Object> site = site(DAY_AND_NIGHT);
        site.put("name", "Magazin Militari");
        String militari = post(Person.DANA, "/v1/service-locations", site)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> details = new HashMap<>(supermarket.leakyChiller());
        details.keySet().removeAll(List.of("channel", "customerId", "assetId"));
        details.put("locationId", militari);

        put(Person.DANA, address(ticket), get(Person.DANA, address(ticket)).header("ETag"), details)
                .then()
                .statusCode(200);

        assertThat(due(ticket)).isEqualTo(PROMISED);
    }

    @Test
    void anotherSystemThatKnowsOfNoCalendarLeavesIt() {
        Map<String, String> erp = Map.of("system", "erp", "id", supermarket.locationId());
        post(Person.DANA, "/v1/service-locations/" + supermarket.locationId() + "/set-external-id", erp)
                .then()
                .statusCode(200);
        changeSite(DAY_AND_NIGHT).then().statusCode(200);
        Map<String, Object> site = site(null);
        site.put("accessNotes", "Pe la rampă");

        upsert(erp, site)
                .then()
                .statusCode(200)
                .body("id", equalTo(supermarket.locationId()))
                .body("accessNotes", equalTo("Pe la rampă"))
                .body("calendar.workingHours.size()", equalTo(7));
        site.put("calendar", Map.of("workingHours", List.of(), "specialDays", List.of()));
        upsert(erp, site).then().statusCode(200).body("calendar.workingHours.size()", equalTo(0));
    }

    @Test
    void aCalendarThatMakesNoSenseIsRefused() {
        Map<String, Object> wrong = new HashMap<>(DAY_AND_NIGHT);
        wrong.put("workingHours", List.of(Frigotehnica.day("MONDAY", Frigotehnica.hours("12:00", "08:00"))));

        changeSite(wrong)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/calendar/workingHours/0/hours/0/to"))
                .body("errors[0].code", equalTo("before-from"));
        upsert(Map.of("system", "erp", "id", "S-1"), site(wrong))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/location/calendar/workingHours/0/hours/0/to"));
    }

    private static Response upsert(Map<String, String> externalId, Map<String, Object> site) {
        return post(Person.DANA, "/v1/service-locations/upsert", Map.of("externalId", externalId, "location", site));
    }

    private Response changeSite(Map<String, Object> calendar) {
        String path = "/v1/service-locations/" + supermarket.locationId();
        return put(Person.DANA, path, get(Person.DANA, path).header("ETag"), site(calendar));
    }

    private Map<String, Object> site(Map<String, Object> calendar) {
        Map<String, Object> site = new HashMap<>(get(Person.DANA, "/v1/service-locations/" + supermarket.locationId())
                .<Map<String, Object>>path(""));
        site.keySet().removeAll(List.of("id", "externalIds", "calendar"));
        if (calendar != null) {
            site.put("calendar", calendar);
        }
        return site;
    }

    private String open() {
        return post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Duration due(String ticket) {
        Response seen = get(Person.DANA, address(ticket));
        return Duration.between(Instant.parse(seen.path("createdAt")), Instant.parse(seen.path("respondBy")));
    }

    private static String address(String ticket) {
        return "/v1/tickets/" + ticket;
    }
}
