package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compressors that leave a machine in another way than by one of their kind, and parts that need serial numbers at times. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MovedPiecesTest {

    private static final Map<String, Object> WHY = Map.of("returnReason", "Demontat și preluat înapoi");
    private static final Map<String, Object> WRONG = Map.of("reason", "Greșit");

    private static final Instant LATER = Instant.parse("2026-03-02T09:50:00Z");

    private Compressors van;

    @BeforeEach
    void aCompressorInAMachine() {
        van = Compressors.serialised();
        van.receives("1", List.of("ZB-1")).statusCode(201);
    }

    @Test
    void aCompressorThatItsSuccessorReplacesLeavesItsMachineWhateverIsToldFirstOrTwice() {
        var _ = isInstalled();
        Compressors successor = Compressors.serialised();
        successor.receives("2", List.of("ZC-1", "ZC-2")).statusCode(201);

        SerialUsage replaced = successor.replaces("ZC-1", van, "ZB-1");
        replaced.happens();
        replaced.happens();
        van.is("ZB-1", "OUT");
        successor.is("ZC-1", "INSTALLED");
        replaced.reversed().happens();
        van.is("ZB-1", "INSTALLED");
        successor.is("ZC-1", "IN_STOCK");

        SerialUsage again = successor.replaces("ZC-2", van, "ZB-1");
        again.reversed().happens();
        eventually(() -> assertThat(successor.stock().movements()).hasSize(4));
        again.happens();
        eventually(() -> assertThat(successor.stock().movements()).hasSize(5));
        van.is("ZB-1", "INSTALLED");
        successor.is("ZC-2", "IN_STOCK");
        assertThat(successor.stock().discrepancies("OPEN")).isEmpty();
        assertThat(van.stock().discrepancies("OPEN")).isEmpty();
    }

    @Test
    void aCompressorThatASimplePartReplacesLeavesItsMachineToo() {
        var _ = isInstalled();
        Compressors blind = Compressors.plain();
        blind.receives("1", null).statusCode(201);

        blind.replaces(null, van, "ZB-1").happens();

        van.is("ZB-1", "OUT");
    }

    @Test
    void aCompressorThatIsTakenBackFromACustomerComesInWithAReason() {
        var _ = isInstalled();
        van.receives("1", List.of("ZB-1"))
                .statusCode(409)
                .body("code", equalTo("serial-number-installed"))
                .body("detail", containsString("returnReason"));

        String receipt = van.receives("1", List.of("ZB-1"), WHY)
                .statusCode(201)
                .extract()
                .path("id");

        String piece = van.is("ZB-1", "IN_STOCK").extract().path("items[0].id");
        assertThat(van.stock().onHand()).isEqualByComparingTo("1");
        get(Person.STELA, "/v1/pieces/" + piece + "/history")
                .then()
                .body("items.reason", hasItem("ZB-1, Duba de rezervă: Demontat și preluat înapoi"));
        get(Person.STELA, "/v1/stock-receipts/" + receipt).then().body("serials", equalTo(List.of("ZB-1")));
        van.receives("1", List.of("ZB-1"), WHY).statusCode(409).body("code", equalTo("serial-number-in-stock"));
        post(Person.STELA, "/v1/stock-receipts/" + receipt + "/reverse", WRONG)
                .then()
                .statusCode(200);
        van.is("ZB-1", "INSTALLED");
        van.receives("1", List.of("ZB-1"), WHY).statusCode(201);
        van.uses("ZB-1", null).happens();
        eventually(() -> assertThat(van.stock().onHand()).isEqualByComparingTo("0"));
        assertThat(van.stock().discrepancies("OPEN")).isEmpty();
    }

    @Test
    void onlyAPieceWithANumberIsTakenBackOutOfAMachine() {
        Compressors plain = Compressors.plain();

        plain.receives("1", null, WHY).statusCode(422).body("errors.pointer", equalTo(List.of("/returnReason")));
    }

    @Test
    void aUsageThatIsTakenBackWhileNoNumbersAreNeededGivesItsPieceBackAllTheSame() {
        SerialUsage usage = isInstalled();
        van.turns(false).statusCode(200);

        usage.reversed().happens();

        van.is("ZB-1", "IN_STOCK");
        van.turns(true).statusCode(200);
        assertThat(van.stock().discrepancies("OPEN")).isEmpty();
    }

    @Test
    void aCompressorThatCameBackWhileNoNumbersWereNeededIsFoundInStockWithAReason() {
        var _ = isInstalled();
        van.turns(false).statusCode(200);
        van.receives("1", null).statusCode(201);
        van.turns(true).statusCode(422);
        van.enters("ZB-1").statusCode(409).body("code", equalTo("serial-number-installed"));

        van.enters("ZB-1", WHY).statusCode(201).body("state", equalTo("IN_STOCK"));

        van.turns(true).statusCode(200);
    }

    @Test
    void aUsageThatComesWhileAPartBecomesSerialisedIsHeldAgainstWhatItBecame() throws SQLException {
        van.turns(false).statusCode(200);
        try (var change = Rows.changing(
                "update part set serialised = true, version = version + 1 where id = ?",
                van.stock().part())) {
            van.uses("1", null, null).happens();
            eventually(() -> assertThat(van.stock().movements().size() == 2 || change.isWaitedFor())
                    .isTrue());
            change.commit();
        }

        eventually(() -> assertThat(van.stock().discrepancies("OPEN"))
                .extracting(open -> open.get("kind"))
                .containsExactly("SERIAL_MISSING"));
    }

    @Test
    void aSecondInstallationThatIsTakenBackLeavesTheCompressorOnTheFirstJob() {
        SerialUsage first = isInstalled();
        SerialUsage second = van.uses("ZB-1", null);
        second.happensAt(LATER);
        eventually(() -> isOn(second));

        second.reversed().happens();

        eventually(() -> assertThat(van.stock().movements()).hasSize(4));
        isOn(first);
        van.is("ZB-1", "INSTALLED");
    }

    @Test
    void aRemovalThatIsTakenBackLeavesTheCompressorOnTheJobThatInstalledIt() {
        SerialUsage first = isInstalled();
        SerialUsage replaced = van.uses("ZB-2", "ZB-1");
        replaced.happensAt(LATER);
        van.is("ZB-1", "OUT");

        replaced.reversed().happens();

        van.is("ZB-1", "INSTALLED");
        isOn(first);
    }

    private void isOn(SerialUsage usage) {
        van.is("ZB-1", "INSTALLED")
                .body("items[0].orderId", equalTo(usage.usage().order().toString()));
    }

    private SerialUsage isInstalled() {
        SerialUsage usage = van.uses("ZB-1", null);
        usage.happens();
        van.is("ZB-1", "INSTALLED");
        return usage;
    }
}
