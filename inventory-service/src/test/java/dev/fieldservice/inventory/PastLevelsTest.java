package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.StatementCount;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What was there at a moment is found in a step, however long the ledger is. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PastLevelsTest {

    private static final Pattern ROWS = Pattern.compile("actual[^)]* rows=([0-9]+)");

    /** Enough that no plan reads it as a whole because it is small. */
    private static final String LONG_LEDGER = """
            insert into stock_valuation (movement_id, part_id, location_id, entry, quantity, unit, priced, on_hand, currency, recorded_at)
            select gen_random_uuid(), '%1$s', '%2$s', 1000 + at, 1, 'KGM', false, at, 'RON', now() - at * interval '1 minute'
              from generate_series(1, 100000) at""";

    /** As two who book at the same time may leave it: the later entry was begun, and so recorded, before the other. */
    private static final String ENTERED_LATER_RECORDED_BEFORE = """
            insert into stock_valuation (movement_id, part_id, location_id, entry, quantity, unit, priced, on_hand, currency, recorded_at)
            values (gen_random_uuid(), '%1$s', '%2$s', 1001, 1, 'KGM', false, 11, 'RON', timestamptz '2026-03-02T08:00:00.060Z'),
                   (gen_random_uuid(), '%1$s', '%2$s', 1002, 1, 'KGM', false, 12, 'RON', timestamptz '2026-03-02T08:00:00.040Z')""";

    @Inject
    AgroalDataSource database;

    @Test
    void nothingButTheEntriesOfThenIsReadHoweverManyThereAre() throws SQLException {
        Van van = Van.loaded("10");
        String plan = inPassing(
                LONG_LEDGER.formatted(van.part(), van.location()),
                "explain (analyze, timing off) " + asked(van, "now() - interval '30 days'"));

        assertThat(plan).contains("stock_valuation_moment").doesNotContain("on stock_movement");
        assertThat(ROWS.matcher(plan).results().map(found -> Integer.valueOf(found.group(1))))
                .isNotEmpty()
                .allSatisfy(rows -> assertThat(rows).isLessThanOrEqualTo(100));
    }

    @Test
    void ofTwoWhoBookedAtTheSameTimeTheOneCountsWhoWasEnteredLast() throws SQLException {
        Van van = Van.loaded("10");

        String row = inPassing(
                ENTERED_LATER_RECORDED_BEFORE.formatted(van.part(), van.location()),
                asked(van, "timestamptz '2026-03-02T08:00:01Z'"));

        assertThat(row).contains("12.000");
    }

    @Test
    void itIsTheSumOfWhatHadBeenRecorded() throws InterruptedException {
        Van van = Van.loaded("10");
        UUID receipt = van.receive("2.5");
        van.takeBack(receipt);
        van.receive("0.125");

        BigDecimal sum = BigDecimal.ZERO;
        List<String> moments = get(Person.STELA, movements(van)).path("items.recordedAt");
        List<String> amounts = get(Person.STELA, movements(van)).path("items.quantity.amount");
        for (int at = 0; at < moments.size(); at++) {
            sum = sum.add(new BigDecimal(amounts.get(at)));
            String then = get(
                            Person.STELA,
                            "/v1/stock-levels?partId=" + van.part() + "&asOf=" + Instant.parse(moments.get(at)))
                    .path("items[0].onHand.amount");
            assertThat(new BigDecimal(then)).as(moments.get(at)).isEqualByComparingTo(sum);
        }
        assertThat(moments).hasSize(4);
    }

    private static String movements(Van van) {
        return "/v1/stock-movements?partId=" + van.part() + "&locationId=" + van.location();
    }

    /** What is asked of the database for the level of a moment. */
    private static String asked(Van van, String moment) {
        String sql = StatementCount.during(
                        () -> get(Person.STELA, "/v1/stock-levels?partId=" + van.part() + "&asOf=" + Instant.now())
                                .then()
                                .statusCode(200))
                .stream()
                .filter(statement -> statement.contains("from stock_valuation"))
                .findFirst()
                .orElseThrow();
        Matcher levels =
                Pattern.compile("level[.]id in [(].*[)]", Pattern.DOTALL).matcher(sql);
        return levels.replaceFirst(Matcher.quoteReplacement(
                        "level.id = (select id from stock_level where part_id = '" + van.part() + "')"))
                .replaceAll("[$][0-9]+|[?]", Matcher.quoteReplacement(moment));
    }

    /** What the database says with this in its tables, which nobody else sees. */
    private String inPassing(String there, String query) throws SQLException {
        StringJoiner lines = new StringJoiner("\n");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var _ = statement.executeUpdate(there);
            var _ = statement.execute("analyze stock_valuation");
            try (ResultSet rows = statement.executeQuery(query)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        lines.add(rows.getString(column));
                    }
                }
            }
            connection.rollback();
        }
        return lines.toString();
    }
}
