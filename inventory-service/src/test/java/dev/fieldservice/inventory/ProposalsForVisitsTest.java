package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What visits lack is bought, once. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ProposalsForVisitsTest {

    private Buying buying;
    private Store store;
    private Visit visit;

    @BeforeEach
    void aPartIsNowhere() {
        buying = Buying.inLei();
        store = Store.empty(Van.refrigerant());
        buying.offers(store.part(), "90.00", "5", true).then().statusCode(201);
        visit = Visit.of(store.driver());
    }

    @Test
    void whatVisitsLackIsProposedWithoutAReorderPointAndNamesTheirOrders() {
        Visit other = Visit.of(UUID.randomUUID());
        visit.isPlanned(1, store.part(), "4");
        other.isPlanned(1, store.part(), "2.5");
        assertThat(visit.told(1)).containsExactly("MISSING");
        assertThat(other.told(1)).containsExactly("MISSING");

        Response proposal = propose();

        assertThat(line(proposal, store.part()).orElseThrow())
                .containsEntry("forVisits", "6.500")
                .containsEntry("missing", "6.500")
                .containsEntry("quantity", "10.000")
                .extractingByKey("why")
                .asString()
                .contains("for visits 6.500", "4.000 for order " + visit.order(), "2.500 for order " + other.order());
        accepted(proposal).body("purchaseOrderIds", hasSize(1));
        assertThat(line(propose(), store.part())).isEmpty();
    }

    @Test
    void whatLiesInTheVansOfOthersDoesNotServeAVisit() {
        store.at(store.otherVan()).receive("20");
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("MISSING");

        assertThat(line(propose(), store.part()).orElseThrow()).containsEntry("missing", "4.000");
    }

    @Test
    void whatIsLackedOfASupersededPartIsBoughtOfItsSuccessorUnlessThatIsThere() {
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("MISSING");
        UUID young = Van.refrigerant();
        buying.offers(young, "95.00", "4", true).then().statusCode(201);
        Map<String, Object> old = get(Person.STELA, "/v1/parts/" + store.part()).path("");
        old.put("supersededById", young);
        put(Person.STELA, "/v1/parts/" + store.part(), "\"0\"", old).then().statusCode(200);

        Response proposal = propose();

        assertThat(line(proposal, store.part())).isEmpty();
        assertThat(line(proposal, young).orElseThrow())
                .containsEntry("missing", "4.000")
                .containsEntry("quantity", "4.000");
        new Van(young, store.shelf()).receive("3");
        assertThat(line(propose(), young).orElseThrow()).containsEntry("missing", "1.000");
    }

    @Test
    void whatIsPlannedInAnotherUnitIsBoughtInThePartsOwn() {
        Map<String, Object> part =
                get(Person.STELA, "/v1/parts/" + store.part()).path("");
        part.put("otherUnits", List.of(Map.of("unit", "XBX", "numerator", 12, "denominator", 1)));
        put(Person.STELA, "/v1/parts/" + store.part(), "\"0\"", part).then().statusCode(200);
        visit.isPlanned(1, List.of(Visit.planned(store.part(), Map.of("amount", "2", "unit", "XBX"))));
        assertThat(visit.told(1)).containsExactly("MISSING");

        assertThat(line(propose(), store.part()).orElseThrow()).containsEntry("missing", "24.000");
    }

    @Test
    void whatIsNeededNoMoreIsNotBoughtByAnOlderProposal() {
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("MISSING");
        Response first = propose();
        Response second = propose();
        Response third = propose();
        Response fourth = propose();

        accepted(first).body("purchaseOrderIds", hasSize(1));
        accepted(second).body("state", equalTo("ACCEPTED")).body("purchaseOrderIds", empty());
        visit.isPlanned(2, store.part(), "12");
        eventually(() -> get(Person.STELA, "/v1/part-reservations?missing=true&orderId=" + visit.order())
                .then()
                .body("items[0].missing.amount", equalTo("12.000")));
        UUID order = UUID.fromString(
                accepted(third).extract().<List<String>>path("purchaseOrderIds").getFirst());
        Buying.read(order).then().body("lines[0].quantity.amount", equalTo("5.000"));
        accepted(fourth).body("purchaseOrderIds", hasSize(1));
    }

    private ValidatableResponse accepted(Response proposal) {
        List<Object> others = proposal.<List<Map<String, Object>>>path("lines").stream()
                .map(line -> line.get("partId"))
                .filter(id -> !id.equals(store.part().toString()))
                .toList();
        String path = "/v1/purchase-proposals/" + proposal.path("id") + "/accept";
        return post(Person.BOGDAN, path, Map.of("withoutPartIds", others))
                .then()
                .statusCode(200);
    }

    private Response propose() {
        Response proposal = post(
                Person.BOGDAN,
                "/v1/purchase-proposals",
                Map.of("locationId", buying.van().location()));
        proposal.then().statusCode(201);
        return proposal;
    }

    private static Optional<Map<String, Object>> line(Response proposal, UUID part) {
        return proposal.<List<Map<String, Object>>>path("lines").stream()
                .filter(line -> line.get("partId").equals(part.toString()))
                .findFirst();
    }
}
