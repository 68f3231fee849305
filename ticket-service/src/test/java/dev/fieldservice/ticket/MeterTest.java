package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine that counts its hours, and a service each five hundred of them. It is the first of March 2027, a Monday. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MeterTest {

    private Supermarket supermarket;

    @BeforeEach
    void itIsTheFirstOfMarch() {
        Frigotehnica.change(Frigotehnica.details()).then().statusCode(200);
        supermarket = Supermarket.register();
        Maintained.itIs("2027-03-01T08:00:00Z");
    }

    @AfterEach
    void itIsNowAgain() {
        MovableClock.reset();
    }

    @Test
    void theServiceIsDueWhenTheMachineHasRunSoFar() {
        Maintained plan = plan();
        awaits(plan, "after the first reading");
        reads("READING", "5200").statusCode(200).body("total", equalTo("5200"));
        awaits(plan, "at 5700 h; counted so far: 5200");
        reads("READING", "5699.9").statusCode(200);
        awaits(plan, "counted so far: 5699.9");
        assertThat(plan.made()).isEmpty();

        reads("READING", "5700").statusCode(200);

        plan.hasMade("2027-03-01");
        assertThat(plan.occurrences("MADE", "cause")).containsExactly("5700 h counted");
        awaits(plan, "at 6200 h");
        plan.does("end");
    }

    @Test
    void whatOneReadingJumpsOverIsNamedAndTheLastOfItIsDue() {
        Maintained plan = plan();
        reads("READING", "100").statusCode(200);
        awaits(plan, "at 600 h");

        reads("READING", "1700").statusCode(200);

        plan.hasMade("2027-03-01");
        assertThat(plan.occurrences("MADE", "cause")).containsExactly("1600 h counted");
        assertThat(plan.occurrences("SKIPPED", "cause")).containsExactly("600 h counted", "1100 h counted");
        awaits(plan, "at 2100 h");
        plan.does("end");
    }

    @Test
    void anotherMeterCountsOnAndAWrongReadingIsCorrected() {
        Maintained plan = plan();
        reads("CORRECTION", "7").statusCode(422).body("errors.pointer", contains("/kind"));
        reads("READING", "400").statusCode(200);
        reads("READING", "399").statusCode(422).body("errors.code", contains("runs-backwards"));
        reads("READING", "8000").statusCode(200);
        plan.hasMade("2027-03-01");

        reads("CORRECTION", "800").statusCode(200).body("total", equalTo("800.000"));
        reads("NEW_METER", "3").statusCode(200).body("total", equalTo("800.000"));
        reads("READING", "103").statusCode(200).body("total", equalTo("900.000"));

        get(Person.SORIN, "/v1/assets/" + supermarket.assetId() + "/meter-readings?unit=h")
                .then()
                .body("items.kind", contains("READING", "READING", "CORRECTION", "NEW_METER", "READING"));
        get(Person.DANA, "/v1/assets/" + supermarket.assetId() + "/meter-readings?unit=km")
                .then()
                .body("items.size()", equalTo(0));
        plan.does("end");
    }

    @Test
    void whatWasReadTomorrowOrBeforeTheNewestIsRefused() {
        reads("READING", "400").statusCode(200);
        readsAt("2027-02-28T08:00:00Z").body("errors.code", contains("before-newest"));
        readsAt("2027-03-02T08:00:00Z").body("errors.code", contains("in-the-future"));
    }

    private Maintained plan() {
        return Maintained.planned(Maintained.details(
                supermarket, Map.of("meter", Map.of("unit", "h", "every", "500"), "firstDay", "2027-01-01"), 0));
    }

    private static void awaits(Maintained plan, String words) {
        eventually(() -> plan.preview().then().body("words", containsString(words)));
    }

    private ValidatableResponse reads(String kind, String hours) {
        return read(Map.of("unit", "h", "kind", kind, "reading", hours, "readAt", "2027-03-01T07:00:00Z"));
    }

    private ValidatableResponse readsAt(String time) {
        return read(Map.of("unit", "h", "kind", "READING", "reading", "500", "readAt", time))
                .statusCode(422);
    }

    private ValidatableResponse read(Map<String, Object> reading) {
        return post(Person.DANA, "/v1/assets/" + supermarket.assetId() + "/meter-readings", reading)
                .then();
    }
}
