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

/** However cylinders are filled, moved, used, weighed and returned: they, the ledger and the levels are where the model is. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ContainerWalkTest {

    /** The same ways in each run: {@link Seeds} says why, and how others are taken. */
    private static final long[] SEEDS = {30, 31, 32};

    @Inject
    AgroalDataSource database;

    @Test
    void aRandomWalkOfCylindersIsAtEachStepWhereTheModelIs() throws SQLException {
        Walk.atRandom(ContainerWalk.ways(30), SEEDS, way -> {
            ContainerWalk walk = new ContainerWalk();
            way.forEach(walk::take);
        });

        assertThat(ReservationsTest.number(database, ContainersTest.WRONG_CONTENTS))
                .isZero();
        assertThat(ReservationsTest.number(database, LedgerTest.WRONG_LEVELS)).isZero();
    }
}
