package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compressors with serial numbers: each is a thing that is somewhere, and in one place only. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PiecesTest {

    private Compressors van;

    @BeforeEach
    void aVanAndSerialisedCompressors() {
        van = Compressors.serialised();
    }

    @Test
    void whoeverReceivesCompressorsSaysTheNumberOfEach() {
        van.receives("2", List.of("ZB-1", "ZB-2")).statusCode(201).body("serials", equalTo(List.of("ZB-1", "ZB-2")));

        van.receives("1.5", List.of("ZB-3")).statusCode(400).body("errors[0].code", equalTo("whole-pieces"));
        van.receives("2", List.of("ZB-3")).statusCode(422).body("code", equalTo("serial-number-missing"));
        van.receives("1", List.of("ZB-3", "ZB-4")).statusCode(422).body("code", equalTo("serial-number-missing"));
        van.receives("2", List.of("ZB-3", " zb - 3")).statusCode(422).body("code", equalTo("same-serial-number"));
        assertThat(van.stock().onHand()).isEqualByComparingTo("2");
    }

    @Test
    void ofAPartWithoutSerialNumbersNoneAreTaken() {
        Compressors plain = Compressors.plain();

        plain.receives("1", List.of("ZB-1"))
                .statusCode(422)
                .body("code", equalTo("not-serialised"))
                .body("errors[0].pointer", equalTo("/serials"));
    }

    @Test
    void theSameCompressorDoesNotComeInTwice() {
        van.receives("1", List.of("ZB-1")).statusCode(201);

        van.receives("1", List.of("zb-1"))
                .statusCode(409)
                .body("code", equalTo("serial-number-in-stock"))
                .body("detail", containsString("Duba de rezervă"));
        van.uses("ZB-1", null).happens();
        van.is("ZB-1", "INSTALLED");
        van.receives("1", List.of("ZB-1")).statusCode(409).body("code", equalTo("serial-number-installed"));
        van.uses("ZB-2", "ZB-1").happens();
        van.is("ZB-1", "OUT");
        van.receives("1", List.of("ZB-1")).statusCode(201);
        van.is("ZB-1", "IN_STOCK");
    }

    @Test
    void ofManyWhoReceiveTheSameCompressorAtOnceOneDoes() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> calls = Stream.generate(() -> (Callable<Integer>)
                            () -> van.receives("1", List.of("ZB-1")).extract().statusCode())
                    .limit(8)
                    .toList();
            List<Integer> answers = threads.invokeAll(calls).stream()
                    .map(call -> call.resultNow())
                    .toList();

            assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        }
        assertThat(van.stock().onHand()).isEqualByComparingTo("1");
    }

    @Test
    void whereACompressorIsAndWasIsToBeSeen() {
        van.receives("1", List.of("ZB-1")).statusCode(201);
        van.is("ZB-1", "IN_STOCK").body("items[0].locationName", equalTo("Duba de rezervă"));
        SerialUsage usage = van.uses("ZB-1", "ZB-OLD");
        usage.happens();

        String piece = van.is("ZB-1", "INSTALLED")
                .body("items[0].orderId", equalTo(usage.usage().order().toString()))
                .extract()
                .path("items[0].id");
        van.is("ZB-OLD", "OUT");
        get(Person.DANA, "/v1/pieces/" + piece + "/history")
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("PIECE_RECEIVED", "PIECE_INSTALLED")));
        get(Person.STELA, "/v1/pieces?orderId=" + usage.usage().order())
                .then()
                .body("items.serial", equalTo(List.of("ZB-1")));
        get(Person.STELA, "/v1/pieces/" + UUID.randomUUID() + "/history").then().statusCode(404);
        get(Person.TUDOR, "/v1/pieces").then().statusCode(403);
        assertThat(van.stock().discrepancies("OPEN")).isEmpty();
    }

    @Test
    void aUsageThatIsTakenBackGivesThePieceBackAlsoIfThatIsHeardFirst() {
        van.receives("2", List.of("ZB-1", "ZB-2")).statusCode(201);
        SerialUsage first = van.uses("ZB-1", "ZB-OLD");
        first.happens();
        van.is("ZB-1", "INSTALLED");
        first.reversed().happens();
        van.is("ZB-1", "IN_STOCK");
        van.is("ZB-OLD", "INSTALLED");

        SerialUsage second = van.uses("ZB-2", null);
        second.reversed().happens();
        eventually(() -> assertThat(van.stock().movements()).hasSize(4));
        second.happens();
        eventually(() -> assertThat(van.stock().movements()).hasSize(5));
        van.is("ZB-2", "IN_STOCK");
        assertThat(van.stock().discrepancies("OPEN")).isEmpty();
    }

    @Test
    void aCompressorThatWasNotInTheVanIsRecordedAndIsSomebodysToClearUp() {
        van.receives("1", List.of("ZB-1")).statusCode(201);
        van.uses("ZB-9", null).happens();

        eventually(() -> assertThat(van.stock().discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open)
                        .containsEntry("kind", "SERIAL_NOT_IN_STOCK")
                        .containsEntry("serial", "ZB-9")));
        van.is("ZB-9", "INSTALLED");
        assertThat(van.stock().onHand()).isEqualByComparingTo("0");
        String left = van.is("ZB-1", "IN_STOCK").extract().path("items[0].id");
        post(Person.STELA, "/v1/pieces/" + left + "/withdraw", Map.of("reason", "Era ZB-9"))
                .then()
                .statusCode(200)
                .body("state", equalTo("OUT"));
        post(Person.STELA, "/v1/pieces/" + left + "/withdraw", Map.of("reason", "Încă o dată"))
                .then()
                .statusCode(409)
                .body("code", equalTo("serial-number-not-in-stock"));
    }

    @Test
    void aDeliveryNoteThatIsEnteredLateFindsTheCompressorInstalled() {
        van.uses("ZB-1", null).happens();
        eventually(() -> assertThat(van.stock().discrepancies("OPEN"))
                .extracting(open -> open.get("kind"))
                .containsExactlyInAnyOrder("NEGATIVE_STOCK", "SERIAL_NOT_IN_STOCK"));

        van.receives("1", List.of("ZB-1")).statusCode(201);

        van.is("ZB-1", "INSTALLED");
        assertThat(van.stock().onHand()).isEqualByComparingTo("0");
        van.receives("1", List.of("ZB-1")).statusCode(409).body("code", equalTo("serial-number-installed"));
    }

    @Test
    void twoCompressorsWithOneNumberAreRecordedAndDoNotAddUp() {
        van.receives("2", List.of("ZB-1", "ZB-2")).statusCode(201);
        van.uses("2", "ZB-1", null).happens();

        eventually(() -> assertThat(van.stock().discrepancies("OPEN"))
                .extracting(open -> open.get("kind"))
                .containsExactly("SERIAL_MISSING"));
    }

    @Test
    void aPartBecomesSerialisedWhenTheNumbersOfAllThatIsThereAreKnown() {
        Compressors plain = Compressors.plain();
        plain.receives("2", null).statusCode(201);
        plain.turns(true)
                .statusCode(422)
                .body("code", equalTo("stock-without-serial-numbers"))
                .body("detail", containsString("Duba de rezervă: 2.000 EA in stock, 0 serial numbers known"));

        plain.enters("ZB-1").statusCode(201).body("state", equalTo("IN_STOCK"));
        plain.turns(true).statusCode(422);
        plain.enters("zb-1").statusCode(409).body("code", equalTo("serial-number-in-stock"));
        plain.enters("ZB-2").statusCode(201);
        plain.enters("ZB-3").statusCode(409).body("code", equalTo("no-stock-without-serial-number"));
        plain.turns(true).statusCode(200);
        assertThat(plain.stock().onHand()).isEqualByComparingTo("2");
    }

    @Test
    void aPartThatWasSerialisedBeforeBecomesSoAgainWhenItIsKnownWhatIsGone() {
        van.receives("2", List.of("ZB-1", "ZB-2")).statusCode(201);
        van.turns(false).statusCode(200);
        van.uses("1", null, null).happens();
        eventually(() -> assertThat(van.stock().onHand()).isEqualByComparingTo("1"));
        van.turns(true).statusCode(422).body("detail", containsString("1.000 EA in stock, 2 serial numbers known"));

        String gone = van.is("ZB-2", "IN_STOCK").extract().path("items[0].id");
        post(Person.STELA, "/v1/pieces/" + gone + "/withdraw", Map.of("reason", "Montat fără serie"))
                .then()
                .statusCode(200);
        van.turns(true).statusCode(200);
        String left = van.is("ZB-1", "IN_STOCK").extract().path("items[0].id");
        post(Person.STELA, "/v1/pieces/" + left + "/withdraw", Map.of("reason", "Nu"))
                .then()
                .statusCode(409)
                .body("code", equalTo("stock-is-in-the-ledger"));
    }

    @Test
    void aNumberThatWasMistypedIsWithdrawnAndTheRightOneEntered() {
        Compressors plain = Compressors.plain();
        plain.receives("1", null).statusCode(201);
        String wrong = plain.enters("SN-A1").statusCode(201).extract().path("id");

        post(Person.STELA, "/v1/pieces/" + wrong + "/withdraw", Map.of("reason", "Era SN-AI"))
                .then()
                .statusCode(200)
                .body("state", equalTo("OUT"));
        String right = plain.enters("SN-AI").statusCode(201).extract().path("id");

        plain.turns(true).statusCode(200);
        plain.uses("SN-AI", null).happens();
        plain.is("SN-AI", "INSTALLED");
        post(Person.STELA, "/v1/pieces/" + right + "/withdraw", Map.of("reason", "Greșit"))
                .then()
                .statusCode(409)
                .body("code", equalTo("serial-number-not-in-stock"));
    }

    @Test
    void aCompressorThatCameOutOfAMachineWhileItLayInStockIsSomebodysToClearUp() {
        van.receives("2", List.of("ZB-1", "ZB-2")).statusCode(201);

        van.uses("ZB-1", "ZB-2").happensAt(Instant.now().plusSeconds(1));

        eventually(() -> assertThat(van.stock().discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open)
                        .containsEntry("kind", "SERIAL_IN_STOCK")
                        .containsEntry("serial", "ZB-2")));
        van.is("ZB-2", "IN_STOCK");
    }

    @Test
    void whatIsWeighedHasNoSerialNumbers() {
        post(
                        Person.STELA,
                        "/v1/parts",
                        Map.of("number", "R-" + UUID.randomUUID(), "name", "Agent", "unit", "KGM", "serialised", true))
                .then()
                .statusCode(422)
                .body("code", equalTo("serialised-in-pieces"))
                .body("errors.pointer", hasItems("/serialised"));
    }

    @Test
    void aReceiptWhosePieceIsInstalledIsTakenBackAndDoesNotAddUp() {
        String receipt = van.receives("2", List.of("ZB-1", "ZB-2"))
                .statusCode(201)
                .extract()
                .path("id");
        van.uses("ZB-1", null).happens();
        van.is("ZB-1", "INSTALLED");

        post(Person.STELA, "/v1/stock-receipts/" + receipt + "/reverse", Map.of("reason", "Alt furnizor"))
                .then()
                .statusCode(200)
                .body("reversal.reason", equalTo("Alt furnizor"));

        van.is("ZB-1", "INSTALLED");
        van.is("ZB-2", "OUT");
        assertThat(van.stock().onHand()).isEqualByComparingTo("-1");
        assertThat(van.stock().discrepancies("OPEN"))
                .extracting(open -> open.get("kind"))
                .containsExactlyInAnyOrder("NEGATIVE_STOCK", "SERIAL_NOT_IN_STOCK");
        van.receives("2", List.of("ZB-1", "ZB-2")).statusCode(201);
        van.is("ZB-2", "IN_STOCK");
    }
}
