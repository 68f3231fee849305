package dev.fieldservice.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Seeds;
import dev.fieldservice.platform.testing.Walk;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** However stock is moved, counted, planned and used: the ledger, the levels and what is reserved are where the model is. */
@QuarkusTest
@WithTestResource(RealServers.class)
class StockWalkTest {

    /** The same ways in each run: {@link Seeds} says why, and how others are taken. */
    private static final long[] SEEDS = {25, 26, 27};

    @Inject
    AgroalDataSource database;

    @Test
    void aRandomWalkOfTransfersCountsPlansUsagesAndACylinderIsAtEachStepWhereTheModelIs() throws SQLException {
        Walk.atRandom(StockWalk.ways(25), SEEDS, way -> {
            StockWalk walk = new StockWalk();
            way.forEach(walk::take);
        });

        assertThat(ReservationsTest.number(database, ReservationsTest.WRONG_ALLOCATIONS))
                .isZero();
        assertThat(ReservationsTest.number(database, ReservationsTest.WRONG_ENTRIES))
                .isZero();
        assertThat(ReservationsTest.number(database, LedgerTest.WRONG_LEVELS)).isZero();
        assertThat(ReservationsTest.number(database, ContainersTest.WRONG_CONTENTS))
                .isZero();
    }
}
