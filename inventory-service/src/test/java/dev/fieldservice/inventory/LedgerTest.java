package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Seeds;
import dev.fieldservice.platform.testing.Walk;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The level is the sum of the ledger, whatever happens. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LedgerTest {

    /** The same ways in each run: {@link Seeds} says why, and how others are taken. */
    private static final long[] SEEDS = {30, 31};

    /** A level that is only ordered for has nothing, and no entry. */
    static final String WRONG_LEVELS = """
            select count(*) from (select part_id, location_id, sum(quantity) as total from stock_movement group by 1, 2) m
              full join stock_level l using (part_id, location_id)
             where l.on_hand is distinct from m.total and (m.total is not null or l.on_hand <> 0)""";

    private static final Duration LONGER_THAN_A_LOCK_IS_WAITED_FOR = Duration.ofMillis(5_500);

    @Inject
    AgroalDataSource database;

    @AfterEach
    void everyLevelIsTheSumOfItsMovements() throws SQLException {
        assertThat(number(WRONG_LEVELS)).isZero();
    }

    @Test
    void sixtyFourTechniciansUseTheSamePartAtOnceAndNothingIsLost() throws Exception {
        Van van = Van.loaded("60");

        atOnce(IntStream.range(0, 64).mapToObj(i -> van.uses("1")).toList());

        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("-4"));
        assertThat(van.movements()).hasSize(65);
        assertThat(van.discrepancies("OPEN")).hasSize(1);
    }

    @Test
    void aReversalThatComesBeforeItsUsageEndsAtTheSameLevel() {
        Van van = Van.loaded("10");
        Usage usage = van.uses("4");

        usage.reversed().happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("14"));
        usage.happens();

        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("10"));
        assertThat(van.movements())
                .extracting(movement -> movement.get("kind"))
                .containsExactly("RECEIPT", "REVERSAL", "CONSUMPTION");
    }

    @Test
    void aUsageIsBookedOnceHoweverOftenItIsToldAndReversedOnceHoweverOftenThatIsAsked() throws Exception {
        Van van = Van.loaded("10");
        Usage usage = van.uses("4");
        UUID event = UUID.randomUUID();

        Events.publish(Topics.PARTS_CONSUMED, usage.order(), event, usage.payload());
        Events.publish(Topics.PARTS_CONSUMED, usage.order(), event, usage.payload());
        atOnce(List.of(usage, usage, usage, usage));
        Usage marker =
                new Usage(UUID.randomUUID(), usage.order(), usage.ticket(), van.part(), van.location(), "0.001", null);
        marker.happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("5.999"));
        assertThat(van.movements()).hasSize(3);

        atOnce(List.of(usage.reversed(), usage.reversed(), usage.reversed()));
        marker.reversed().happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("10"));
        assertThat(van.movements()).hasSize(5);
    }

    @Test
    void aRandomWalkOfReceiptsUsagesReversalsOfBothAndRepeatsEndsWhereTheModelEnds() {
        Walk.atRandom(RandomWalk.ways(30), SEEDS, way -> {
            RandomWalk walk = new RandomWalk();
            way.forEach(walk::take);
            walk.check();
        });
    }

    @Test
    void aUsageWaitsForALevelThatSomebodyHoldsForLongAndIsNotSetAside() throws Exception {
        Van van = Van.loaded("10");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(statement.execute("select 1 from stock_level where part_id = '" + van.part() + "' for update"))
                    .isTrue();
            van.uses("1").happens();
            Thread.sleep(LONGER_THAN_A_LOCK_IS_WAITED_FOR);
            connection.rollback();
        }

        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("9"));
    }

    @Test
    void nobodyCanRewriteTheLedger() {
        Van van = Van.loaded("10");
        String where = " where part_id = '" + van.part() + "'";

        assertThatThrownBy(() -> execute("update stock_movement set quantity = 1" + where))
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> execute("delete from stock_movement" + where)).hasMessageContaining("counter-entry");
        assertThatThrownBy(() -> execute("truncate stock_movement cascade")).hasMessageContaining("only ever added to");
        assertThat(van.movements()).hasSize(1);
    }

    private static void atOnce(List<Usage> usages) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> calls = usages.stream()
                    .map(usage -> (Callable<Boolean>) () -> {
                        usage.happens();
                        return true;
                    })
                    .toList();
            assertThat(threads.invokeAll(calls)).allMatch(call -> call.resultNow());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
