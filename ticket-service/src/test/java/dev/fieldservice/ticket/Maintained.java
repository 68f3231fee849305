package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan for the supermarket's chiller. */
record Maintained(String id) {

    static final String PATH = "/v1/maintenance-plans";

    /** On Mondays from the eighth of March 2027 on, a week ahead. */
    static Map<String, Object> onMondays(Supermarket supermarket) {
        return details(supermarket, Map.of("rule", "FREQ=WEEKLY;BYDAY=MO", "firstDay", "2027-03-08"), 7);
    }

    static Map<String, Object> details(Supermarket supermarket, Map<String, Object> schedule, int leadDays) {
        return new HashMap<>(Map.of(
                "customerId",
                supermarket.customerId(),
                "contactId",
                supermarket.contactId(),
                "locationId",
                supermarket.locationId(),
                "assetId",
                supermarket.assetId(),
                "serviceType",
                "MAINTENANCE",
                "priority",
                "LOW",
                "summary",
                "Revizie chiller",
                "schedule",
                schedule,
                "leadDays",
                leadDays));
    }

    static Maintained planned(Map<String, Object> details) {
        return new Maintained(post(Person.DANA, PATH, details)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    String path() {
        return PATH + "/" + id;
    }

    void becomes(Map<String, Object> details) {
        put(Person.DANA, path(), get(Person.DANA, path()).header("ETag"), details)
                .then()
                .statusCode(200);
    }

    @CanIgnoreReturnValue
    Response does(String command) {
        Response done = command.equals("resume")
                ? post(Person.DANA, path() + "/resume")
                : post(Person.DANA, path() + "/" + command, Map.of("reason", "Cerut de client"));
        done.then().statusCode(200);
        return done;
    }

    Response preview() {
        return get(Person.SORIN, path() + "/preview?count=5");
    }

    /** What was made, as it was made: the days. */
    List<String> made() {
        return occurrences("MADE", "dueOn");
    }

    List<String> skipped() {
        return occurrences("SKIPPED", "plannedOn");
    }

    List<String> occurrences(String outcome, String field) {
        return get(Person.SORIN, path() + "/occurrences?limit=200&outcome=" + outcome)
                .path("items." + field);
    }

    void hasMade(String... days) {
        eventually(() -> assertThat(made()).containsExactly(days));
    }

    String ticketFor(String day) {
        return get(Person.SORIN, path() + "/occurrences?outcome=MADE")
                .path("items.find { it.dueOn == '%s' }.ticketId".formatted(day));
    }

    Response ticket(String ticket) {
        return get(Person.DANA, "/v1/tickets/" + ticket);
    }

    static void itIs(String time) {
        MovableClock.set(Instant.parse(time));
    }
}
