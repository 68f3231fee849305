package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.StatementCount;
import dev.fieldservice.platform.testing.Waiting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How much waited at a moment of the past. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PastNumbersTest {

    @Inject
    DataSource database;

    /** By what had been recorded then; whatever else the tests do, it is in both numbers. */
    @Test
    void howManyWereNewIsToldOfThePast() {
        Supermarket supermarket = Supermarket.register();
        Instant before = now();
        List<String> opened = IntStream.range(0, 3)
                .mapToObj(i -> post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                        .<String>path("id"))
                .toList();
        Instant then = now();
        post(Person.DANA, "/v1/tickets/" + opened.get(0) + "/qualify").then().statusCode(200);
        post(Person.DANA, "/v1/tickets/" + opened.get(1) + "/cancel", Map.of("reason", "Merge din nou"))
                .then()
                .statusCode(200);
        post(Person.DANA, "/v1/tickets", supermarket.leakyChiller()).then().statusCode(201);
        Instant after = now();

        long were = Waiting.countedAsOf(Person.DANA, "TICKETS_NEW", then);

        assertThat(were - Waiting.countedAsOf(Person.DANA, "TICKETS_NEW", before))
                .isEqualTo(3);
        assertThat(Waiting.countedAsOf(Person.DANA, "TICKETS_NEW", after) - were)
                .isEqualTo(-1);
        get(Person.DANA, "/v1/watches?asOf=2020-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("out-of-range"));
    }

    /** The gateway has looked at the moment by its own clock, which may be a little ahead of this one, or behind. */
    @Test
    void aMinuteBeyondTheBoundsIsTakenForThem() {
        Instant ahead = now().plusSeconds(40);
        String asOf = get(Person.DANA, "/v1/watches?asOf=" + ahead)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.what == 'TICKETS_NEW' }.asOf");
        assertThat(Instant.parse(asOf)).isBefore(ahead);
        get(Person.DANA, "/v1/watches?asOf=" + now().minus(Duration.ofDays(31)).minusSeconds(20))
                .then()
                .statusCode(200);
        get(Person.DANA, "/v1/watches?asOf=" + now().plusSeconds(300)).then().statusCode(400);
    }

    /** The history has no index of when something was recorded, and grows with every command. */
    @Test
    void whatWasBeforeThatMomentIsNotRead() throws SQLException {
        String sql =
                StatementCount.during(() -> get(Person.DANA, "/v1/watches?asOf=" + now())
                                .then()
                                .statusCode(200))
                        .stream()
                        .filter(statement -> statement.contains("from history"))
                        .findFirst()
                        .orElseThrow();

        assertThat(plan(sql)).contains("history_pkey").doesNotContain("Seq Scan on history");
    }

    /** How the database would go about it as of now; so few rows it would read as a whole, were that not made dear. */
    private String plan(String sql) throws SQLException {
        String filledIn = sql.replaceAll("cast\\((\\?|\\$\\d+) as timestamptz\\)", "now()")
                .replaceAll("cast\\((\\?|\\$\\d+) as uuid\\)", "cast('" + Ids.next() + "' as uuid)");
        StringJoiner plan = new StringJoiner("\n");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var _ = statement.execute("set local enable_seqscan = off");
            try (var lines = statement.executeQuery("explain " + filledIn)) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            connection.rollback();
        }
        return plan.toString();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
