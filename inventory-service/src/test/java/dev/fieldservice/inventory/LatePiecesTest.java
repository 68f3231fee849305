package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Compressors of which the later is told first, or that have another number by now than when they were moved. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LatePiecesTest {

    private static final Instant INSTALLED = Instant.now().plus(Duration.ofMinutes(10));
    private static final Instant REMOVED = INSTALLED.plus(Duration.ofMinutes(10));

    @Test
    void aRemovalThatIsToldBeforeItsInstallationIsNoDiscrepancyAnyMoreWhenThatIsTold() {
        Compressors van = Compressors.serialised();
        van.receives("2", List.of("ZB-1", "ZB-2")).statusCode(201);
        van.uses("ZB-2", "ZB-1").happensAt(REMOVED);
        eventually(() -> assertThat(van.stock().discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open).containsEntry("kind", "SERIAL_IN_STOCK")));

        van.uses("ZB-1", null).happensAt(INSTALLED);

        eventually(() -> assertThat(van.stock().discrepancies("RESOLVED"))
                .singleElement()
                .satisfies(resolved -> assertThat(resolved)
                        .containsEntry("resolvedBy", "inventory-service")
                        .containsEntry("resolution", "ZB-1 had been installed before, as was told later")
                        .containsEntry("allowedCommands", List.of())));
        van.is("ZB-1", "OUT");
        assertThat(van.stock().discrepancies("OPEN")).isEmpty();
    }

    @Test
    void aRemovalThatWasBeforeTheInstallationIsStillSomebodysToClearUp() {
        Compressors van = Compressors.serialised();
        van.receives("2", List.of("ZB-1", "ZB-2")).statusCode(201);
        van.uses("ZB-2", "ZB-1").happensAt(INSTALLED);
        eventually(() -> assertThat(van.stock().discrepancies("OPEN")).hasSize(1));

        van.uses("ZB-1", null).happensAt(REMOVED);

        van.is("ZB-1", "INSTALLED");
        assertThat(van.stock().discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open).containsEntry("allowedCommands", List.of("resolve")));
    }

    @Test
    void aCompressorWhoseNumberNobodyEnteredWasInStockAlsoIfItsRemovalIsToldFirst() throws SQLException {
        Compressors van = Compressors.plain();
        van.receives("2", null).statusCode(201);
        changes(
                "update part set serialised = true, version = version + 1 where id = ?",
                van.stock().part());
        van.uses("ZB-2", "ZB-1").happensAt(REMOVED);
        van.is("ZB-1", "OUT");

        van.uses("ZB-1", null).happensAt(INSTALLED);

        eventually(() -> assertThat(van.stock().movements()).hasSize(3));
        van.is("ZB-1", "OUT");
        assertThat(van.stock().discrepancies("OPEN")).isEmpty();
    }

    @Test
    void aUsageThatIsTakenBackMovesThePieceThatItMovedWhateverItIsCalledNow() throws SQLException {
        Compressors van = Compressors.serialised();
        van.receives("2", List.of("ZB-1", "ZB-2")).statusCode(201);
        SerialUsage usage = van.uses("ZB-1", "ZB-OLD");
        usage.happens();
        van.is("ZB-1", "INSTALLED");
        String renamed =
                "update piece set serial = serial || ' (0117)' where serial in ('ZB-1', 'ZB-OLD') and part_id = ?";
        changes(renamed, van.stock().part());
        van.receives("1", List.of("ZB-1")).statusCode(201);

        usage.reversed().happens();

        van.is("ZB-1 (0117)", "IN_STOCK");
        van.is("ZB-OLD (0117)", "INSTALLED");
        van.is("ZB-1", "IN_STOCK");
        van.uses("ZB-1", null).happens();
        van.is("ZB-1", "INSTALLED");
        assertThat(van.stock().discrepancies("OPEN")).isEmpty();
    }

    private static void changes(String update, UUID part) throws SQLException {
        try (var change = Rows.changing(update, part)) {
            change.commit();
        }
    }
}
