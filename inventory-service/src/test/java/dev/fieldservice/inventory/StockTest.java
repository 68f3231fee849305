package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class StockTest {

    private Van van;

    @BeforeEach
    void theVanIsLoaded() {
        van = Van.loaded("10");
    }

    @Test
    void refrigerantThatIsUsedIsMissingInTheVanAndToldInTheTicketsHistory() {
        Usage usage = van.uses("3.5");
        usage.happens();

        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("6.5"));
        get(Person.STELA, "/v1/stock-movements?orderId=" + usage.order())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].kind", equalTo("CONSUMPTION"))
                .body("items[0].quantity.amount", equalTo("-3.500"))
                .body("items[0].sourceId", equalTo(usage.id().toString()))
                .body("items[0].actorId", equalTo(Person.TUDOR.id().toString()))
                .body("items[0].occurredAt", equalTo("2026-03-02T09:38:20Z"));
        get(Person.DANA, "/v1/history?correlationId=" + usage.ticket())
                .then()
                .body("items[0].action", equalTo("STOCK_CONSUMED"))
                .body("items[0].occurredAt", equalTo("2026-03-02T09:38:20Z"))
                .body("items[0].reason", equalTo("3.500 KGM Agent frigorific R-449A, Duba de rezervă; 6.500 KGM left"));
        assertThat(van.discrepancies("OPEN")).isEmpty();
    }

    @Test
    void aReceiptIsBookedOnceHoweverOftenItIsSent() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> receipt = Map.of(
                "locationId",
                van.location(),
                "partId",
                van.part(),
                "quantity",
                Van.kilograms("2.25"),
                "reference",
                "AV 7");

        Response first = post(Person.STELA, key, "/v1/stock-receipts", receipt);
        Response again = post(Person.STELA, key, "/v1/stock-receipts", receipt);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        get(Person.STELA, first.header("Location"))
                .then()
                .statusCode(200)
                .body("quantity.amount", equalTo("2.250"))
                .body("reference", equalTo("AV 7"));
        assertThat(van.onHand()).isEqualByComparingTo("12.25");
    }

    @Test
    void aReceiptOfWhatOrWhereWeDoNotKnowIsRefused() {
        refused(van.location(), UUID.randomUUID(), Van.kilograms("1"), "/partId");
        refused(UUID.randomUUID(), van.part(), Van.kilograms("1"), "/locationId");
        refused(van.location(), van.part(), Map.of("amount", "1", "unit", "LTR"), "/quantity/unit");
        post(
                        Person.STELA,
                        "/v1/stock-receipts",
                        Map.of("locationId", van.location(), "partId", van.part(), "quantity", Van.kilograms("-1")))
                .then()
                .statusCode(400);
        assertThat(van.onHand()).isEqualByComparingTo("10");
    }

    @Test
    void usingMoreThanWasThereIsAFactAndOpensOneDiscrepancyWithAnOwner() {
        Usage first = van.uses("11");
        first.happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("-1"));
        van.uses("2").happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("-3"));

        assertThat(van.discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open)
                        .containsEntry("kind", "NEGATIVE_STOCK")
                        .containsEntry("owner", "storekeeper")
                        .containsEntry("orderId", first.order().toString()));
        get(Person.DANA, "/v1/history?correlationId=" + first.ticket())
                .then()
                .body("items.action", hasItem("DISCREPANCY_OPENED"));
    }

    @Test
    void aDiscrepancyStaysOpenUntilTheStorekeeperSaysHowItWasClearedUp() {
        van.uses("11").happens();
        eventually(() -> assertThat(van.discrepancies("OPEN")).hasSize(1));
        van.receive("5");
        assertThat(van.onHand()).isEqualByComparingTo("4");
        String open =
                "/v1/discrepancies/" + van.discrepancies("OPEN").getFirst().get("id");

        post(Person.STELA, open + "/resolve", Map.of()).then().statusCode(400);
        post(Person.BOGDAN, open + "/resolve", Map.of("reason", "Bon vechi"))
                .then()
                .statusCode(403);
        post(Person.STELA, open + "/resolve", Map.of("reason", "Aviz introdus târziu"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RESOLVED"))
                .body("resolvedBy", equalTo("Stela Radu"))
                .body("resolution", equalTo("Aviz introdus târziu"));
        post(Person.STELA, open + "/resolve", Map.of("reason", "Încă o dată"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));

        van.uses("5").happens();
        eventually(() -> assertThat(van.discrepancies("OPEN")).hasSize(1));
        assertThat(van.discrepancies("RESOLVED")).hasSize(1);
    }

    @Test
    void aDiscrepancySaysTheLevelAsItIsNowAndOnceItIsResolvedAsItWasThen() {
        van.uses("11").happens();
        eventually(() -> assertThat(van.discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open)
                        .containsEntry("detail", "Agent frigorific R-449A, Duba de rezervă: -1.000 KGM")));
        van.uses("4").happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("-5"));

        assertThat(van.discrepancies("OPEN")).singleElement().satisfies(open -> {
            assertThat(open).containsEntry("detail", "Agent frigorific R-449A, Duba de rezervă: -5.000 KGM");
            post(Person.STELA, "/v1/discrepancies/" + open.get("id") + "/resolve", Map.of("reason", "Numărat"))
                    .then()
                    .statusCode(200);
        });
        van.receive("5");
        assertThat(van.discrepancies("RESOLVED"))
                .singleElement()
                .satisfies(resolved -> assertThat(resolved)
                        .containsEntry("detail", "Agent frigorific R-449A, Duba de rezervă: -5.000 KGM"));
    }

    @Test
    void aLevelSaysWhatIsThereAndThatNothingOfItIsReservedOrOrdered() {
        get(Person.STELA, "/v1/stock-levels?partId=" + van.part())
                .then()
                .body("items[0].onHand.amount", equalTo("10.000"))
                .body("items[0].allocated.amount", equalTo("0.000"))
                .body("items[0].available.amount", equalTo("10.000"))
                .body("items[0].onOrder.amount", equalTo("0.000"));
    }

    @Test
    void theNamedResponsibleOwnsWhatDoesNotAddUpAtTheirPlace() {
        UUID warehouse = UUID.fromString(post(
                        Person.STELA,
                        "/v1/stock-locations",
                        Map.of("kind", "WAREHOUSE", "name", "Depozit Militari", "responsible", "Ion Gestionaru"))
                .path("id"));
        Van shelf = new Van(van.part(), warehouse);

        shelf.uses("1").happens();

        eventually(() -> assertThat(shelf.discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open).containsEntry("owner", "Ion Gestionaru")));
    }

    @Test
    void whatWeDoNotKnowIsBookedAllTheSameAndIsSomebodysToClearUp() {
        Van stranger = new Van(UUID.randomUUID(), UUID.randomUUID());
        stranger.uses("2").happens();

        eventually(() -> assertThat(stranger.onHand()).isEqualByComparingTo("-2"));
        assertThat(stranger.discrepancies("OPEN"))
                .extracting(open -> open.get("kind"))
                .containsExactlyInAnyOrder("UNKNOWN_PART", "UNKNOWN_LOCATION", "NEGATIVE_STOCK");
        get(Person.STELA, "/v1/stock-levels?partId=" + stranger.part())
                .then()
                .body("items[0].part.name", nullValue())
                .body("items[0].onHand.amount", equalTo("-2.000"));
    }

    @Test
    void aUsageInAnotherUnitIsBookedAndFlagged() {
        Map<String, Object> payload = van.uses("1").payload();
        payload.put("quantity", Map.of("amount", "1", "unit", "LTR"));
        Events.publish(Topics.PARTS_CONSUMED, (UUID) payload.get("orderId"), payload);

        eventually(() -> assertThat(van.discrepancies("OPEN"))
                .extracting(open -> open.get("kind"))
                .containsExactly("OTHER_UNIT"));
    }

    private static void refused(UUID location, UUID part, Map<String, Object> quantity, String pointer) {
        post(Person.STELA, "/v1/stock-receipts", Map.of("locationId", location, "partId", part, "quantity", quantity))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }
}
