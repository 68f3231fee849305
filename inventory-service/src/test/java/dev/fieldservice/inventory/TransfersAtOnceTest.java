package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever books several parts does so in one order, so that of two one waits for the other and not both. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TransfersAtOnceTest {

    private static final int EACH = 6;
    private static final String ON_ITS_WAY =
            "select true from stock_level where part_id = ? and location_id = ? for update";
    private static final String WAITING = """
            select count(*) from pg_locks l join pg_stat_activity a using (pid)
             where not l.granted and a.datname = current_database()""";

    @Inject
    AgroalDataSource database;

    /** The first part of some is missing, and of others the second. */
    @Test
    void whatArrivesAndWhatIsMissingIsBookedInTheOrderOfTheParts() throws Exception {
        Store store = Store.with("100");
        UUID other = Van.refrigerant();
        new Van(other, store.shelf()).receive("100");
        List<Callable<Integer>> ends = IntStream.range(0, 2 * EACH)
                .mapToObj(number ->
                        sent(store, number % 2 == 0 ? List.of(store.part(), other) : List.of(other, store.part())))
                .map(transfer -> (Callable<Integer>) () -> post(
                                Person.STELA,
                                transfer + "/receive",
                                Map.of("lines", List.of(some(2)), "reason", "Căzut pe drum"))
                        .statusCode())
                .toList();

        List<Integer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(ends).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).containsOnly(200);
        assertThat(Stream.of(store.part(), other).map(part -> new Van(part, store.van()).onHand()))
                .allSatisfy(there -> assertThat(there).isEqualByComparingTo(String.valueOf(EACH)));
        assertThat(Stream.of(store.part(), other).map(part -> new Van(part, Store.TRANSIT).onHand()))
                .allSatisfy(there -> assertThat(there).isZero());
    }

    /** Whoever waits for the first part has not taken the second, whichever of them is missing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whoeverWaitsForOnePartHoldsNoneBehindIt(int arrived) throws Exception {
        Store store = Store.with("100");
        UUID other = Van.refrigerant();
        new Van(other, store.shelf()).receive("100");
        List<UUID> parts = Stream.of(store.part(), other).sorted().toList();
        String transfer = sent(store, parts);
        Map<String, Object> ends = Map.of("lines", List.of(some(arrived)), "reason", "Căzut pe drum");

        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            first.setAutoCommit(false);
            locks(first, ON_ITS_WAY, parts.getFirst());
            Future<Integer> answer = thread.submit(
                    () -> post(Person.STELA, transfer + "/receive", ends).statusCode());
            eventually(
                    () -> assertThat(ReservationsTest.number(database, WAITING)).isPositive());

            assertThat(locks(second, ON_ITS_WAY + " skip locked", parts.getLast()))
                    .isTrue();
            first.rollback();
            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    @CanIgnoreReturnValue
    private static boolean locks(Connection connection, String sql, UUID part) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, part);
            statement.setObject(2, Store.TRANSIT);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** A kilogram of each. */
    private static String sent(Store store, List<UUID> parts) {
        String transfer = post(
                        Person.STELA,
                        "/v1/stock-transfers",
                        Map.of(
                                "fromLocationId",
                                store.shelf(),
                                "toLocationId",
                                store.van(),
                                "lines",
                                parts.stream()
                                        .map(part -> Map.of("partId", part, "quantity", Van.kilograms("1")))
                                        .toList()))
                .header("Location");
        Store.done(transfer, "request", Map.of());
        Store.done(transfer, "pick", Map.of());
        Store.done(transfer, "send", Map.of());
        return transfer;
    }

    private static Map<String, Object> some(int line) {
        return Map.of("line", line, "quantity", Van.kilograms("1"));
    }
}
