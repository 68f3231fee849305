package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A calendar program subscribes to a technician's appointments by an address that holds a secret. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CalendarFeedTest {

    @Inject
    DataSource database;

    private Mechanic tudor;

    @BeforeEach
    void aTechnician() {
        tudor = Mechanic.register("Tudor");
    }

    private String renewed() {
        return tudor.posts("/v1/my-calendar-feed/renew", Map.of())
                .then()
                .statusCode(200)
                .extract()
                .path("address");
    }

    /** As a calendar program does: without signing in. */
    private static Response read(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }

    @Test
    void aVisitToWhereNobodyKnowsWhereItIsHasItsAddressOnly() {
        String address = renewed();
        UUID known = Job.waiting().given(tudor, Job.in(20), Job.in(21));
        Job lost = Job.waiting(ticket -> {
            var _ = ((ObjectNode) ticket.get("location")).remove("position");
        });
        UUID unknown = lost.given(tudor, Job.in(22), Job.in(23));

        String feed = read(address).asString();

        assertThat(feed).contains("UID:" + known, "UID:" + unknown).containsOnlyOnce("GEO:");
        assertThat(feed.lines().filter(line -> line.startsWith("LOCATION:"))).hasSize(2);
    }

    @Test
    void aProgramThatCannotSignInReadsTheAppointmentsOfItsOwnerOnly() {
        String address = renewed();
        Job job = Job.waiting();
        UUID mine = job.given(tudor, Job.in(20), Job.in(21));
        UUID another = Job.waiting().given(Mechanic.register("Teodora"), Job.in(20), Job.in(21));

        Response feed = read(address);

        feed.then().statusCode(200).contentType("text/calendar;charset=UTF-8");
        assertThat(feed.asString()).contains("UID:" + mine).doesNotContain(another.toString());
    }

    @Test
    void whatHasNotChangedIsTheSameAndIsNotSentOnceMore() {
        String address = renewed();
        Job job = Job.waiting();
        UUID appointment = job.given(tudor, Job.in(20), Job.in(21));
        Response first = read(address);

        assertThat(read(address).asString()).isEqualTo(first.asString());
        given().urlEncodingEnabled(false)
                .header("If-None-Match", first.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);

        assertThat(job.given(tudor, Job.in(22), Job.in(23))).isEqualTo(appointment);
        Response moved = read(address);
        assertThat(moved.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(sequence(moved)).isGreaterThan(sequence(first));
    }

    @Test
    void anAddressThatWasReplacedOrRevokedLeadsNowhere() {
        String first = renewed();
        String second = renewed();
        assertThat(second).isNotEqualTo(first);
        read(first).then().statusCode(404).contentType("application/problem+json");
        read(second).then().statusCode(200);

        tudor.posts("/v1/my-calendar-feed/revoke", Map.of())
                .then()
                .statusCode(200)
                .body("$", not(hasKey("address")));
        read(second).then().statusCode(404);
        tudor.posts("/v1/my-calendar-feed/revoke", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("no-calendar-feed"));
        read("/v1/calendar-feed.ics?token=guessed").then().statusCode(404);
        read("/v1/calendar-feed.ics").then().statusCode(400);
    }

    @Test
    void whoeverRepeatsIsGivenTheSameAddressAndTheSecretIsKeptNowhere() throws SQLException {
        String key = UUID.randomUUID().toString();
        String address =
                tudor.posts(key, "/v1/my-calendar-feed/renew", Map.of()).path("address");

        tudor.posts(key, "/v1/my-calendar-feed/renew", Map.of())
                .then()
                .header("Idempotency-Replayed", "true")
                .body("address", equalTo(address));
        String secret = address.substring(address.indexOf('=') + 1);
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
        assertThat(isKept("idempotency", secret)).isFalse();
        assertThat(isKept("calendar_feed", secret)).isFalse();
    }

    @Test
    void ofAFullMonthTheFirstFiveHundredAreWritten() throws SQLException {
        UUID appointment = Job.waiting().given(tudor, "2033-05-04T08:00:00Z", "2033-05-04T09:00:00Z");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String columns = columns(statement);
            assertThat(statement.executeUpdate("insert into appointment (id, " + columns
                            + ") select gen_random_uuid(), " + columns
                            + " from appointment, generate_series(1, 500) where id = '" + appointment + "'"))
                    .isEqualTo(500);
        }

        String month = as(Person.DANA)
                .accept("text/calendar")
                .get("/v1/calendar.ics?from=2033-05-01T00:00:00Z&to=2033-05-31T00:00:00Z")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(month.lines().filter("BEGIN:VEVENT"::equals)).hasSize(500);
        assertThat(month).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    /** Those that are not worked out of others. */
    private static String columns(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select string_agg(column_name, ', ')"
                + " from information_schema.columns where table_schema = current_schema()"
                + " and table_name = 'appointment' and is_generated = 'NEVER' and column_name not in ('id', 'code')")) {
            return found.next() ? found.getString(1) : "";
        }
    }

    private boolean isKept(String table, String text) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select count(*) from " + table + " t where cast(t as text) like '%' || ? || '%'")) {
            select.setString(1, text);
            try (ResultSet found = select.executeQuery()) {
                return found.next() && found.getLong(1) > 0;
            }
        }
    }

    private static long sequence(Response feed) {
        return feed.asString()
                .lines()
                .filter(line -> line.startsWith("SEQUENCE:"))
                .mapToLong(line -> Long.parseLong(line.substring("SEQUENCE:".length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOfficeEndsTheFeedOfWhoeverHasLeft() {
        String address = renewed();
        post(Person.DANA, "/v1/calendar-feeds/" + tudor.id() + "/revoke").then().statusCode(200);
        read(address).then().statusCode(404);
        post(Person.DANA, "/v1/calendar-feeds/" + Ids.next() + "/revoke").then().statusCode(409);
        tudor.posts("/v1/calendar-feeds/" + tudor.id() + "/revoke", Map.of())
                .then()
                .statusCode(403);
    }
}
