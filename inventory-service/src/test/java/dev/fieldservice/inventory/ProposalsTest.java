package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of what there is too little is proposed, says why, and becomes orders by one call. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ProposalsTest {

    private Buying buying;

    /** Of which there must be 12 kilograms. */
    private UUID reordered() {
        return Buying.id(post(
                Person.STELA,
                "/v1/parts",
                Map.of(
                        "number",
                        "R-134A-" + UUID.randomUUID().toString().substring(0, 8),
                        "name",
                        "Agent frigorific R-134a",
                        "unit",
                        "KGM",
                        "serialised",
                        false,
                        "reorderPoint",
                        "12")));
    }

    @BeforeEach
    void thereIsASupplier() {
        buying = Buying.inLei();
    }

    @Test
    void whatIsMissingIsProposedInWholePacksAndExplained() {
        UUID part = reordered();
        buying.offers(part, "90.00", "5", true).then().statusCode(201);
        new Van(part, buying.van().location()).receive("4.5");

        Map<String, Object> line = line(propose(), part).orElseThrow();

        assertThat(line)
                .containsEntry("onHand", "4.500")
                .containsEntry("onOrder", "0.000")
                .containsEntry("missing", "7.500")
                .containsEntry("quantity", "10.000")
                .containsEntry("supplierId", buying.supplier().toString())
                .containsEntry(
                        "why",
                        "On hand 4.500, allocated 0.000, on order 0.000, reorder point 12.000: 7.500 KGM missing;"
                                + " in packs of 5.000: 10.000");
    }

    @Test
    void oneCallMakesOrdersOfItAndNothingIsProposedTwice() {
        UUID part = reordered();
        buying.offers(part, "90.00", "5", true).then().statusCode(201);
        UUID other = reordered();
        buying.offers(other, "10.00", "1", true).then().statusCode(201);
        Response proposal = propose();
        String path = "/v1/purchase-proposals/" + proposal.path("id");

        Response accepted = post(Person.BOGDAN, path + "/accept", Map.of("withoutPartIds", others(proposal, part)));
        accepted.then().statusCode(200).body("state", equalTo("ACCEPTED"));
        List<String> orders = accepted.path("purchaseOrderIds");
        assertThat(orders).hasSize(1);
        Buying.read(UUID.fromString(orders.getFirst()))
                .then()
                .body("state", equalTo("DRAFT"))
                .body("supplierId", equalTo(buying.supplier().toString()))
                .body("lines.partId", equalTo(List.of(part.toString())))
                .body("lines[0].quantity.amount", equalTo("15.000"))
                .body("total.amount", equalTo("1350.00"));
        post(Person.BOGDAN, path + "/accept", Map.of()).then().statusCode(409);
        assertThat(line(propose(), part)).isEmpty();
        assertThat(line(propose(), other)).isPresent();
    }

    @Test
    void whatIsSoldInOtherPacksByNowIsBoughtInThese() {
        UUID part = reordered();
        Response offer = buying.offers(part, "90.00", "5", true);
        new Van(part, buying.van().location()).receive("4.5");
        Response proposal = propose();
        put(Person.BOGDAN, "/v1/supplier-parts/" + offer.path("id"), "\"0\"", buying.offer(part, "90.00", "6", true))
                .then()
                .statusCode(200);

        Response accepted = post(
                Person.BOGDAN,
                "/v1/purchase-proposals/" + proposal.path("id") + "/accept",
                Map.of("withoutPartIds", others(proposal, part)));

        accepted.then().statusCode(200);
        Buying.read(UUID.fromString(accepted.path("purchaseOrderIds[0]")))
                .then()
                .body("lines[0].quantity.amount", equalTo("12.000"));
    }

    @Test
    void whatNobodySellsIsNamedAndNotOrdered() {
        UUID part = reordered();
        Response proposal = propose();
        assertThat(line(proposal, part).orElseThrow())
                .doesNotContainKey("supplierId")
                .extractingByKey("why")
                .asString()
                .endsWith("nobody is known to sell it");

        String path = "/v1/purchase-proposals/" + proposal.path("id");
        post(Person.BOGDAN, path + "/accept", Map.of("withoutPartIds", others(proposal, part)))
                .then()
                .statusCode(200)
                .body("purchaseOrderIds", equalTo(List.of()));
        get(Person.STELA, path).then().statusCode(403);
        get(Person.BOGDAN, "/v1/purchase-proposals?state=ACCEPTED&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem((String) proposal.path("id")));
    }

    @Test
    void whatIsBelowNothingIsMissingWithoutAReorderPoint() {
        Van van = Van.loaded("1");
        van.uses("3").happens();
        eventually(() -> assertThat(line(propose(), van.part()).map(line -> line.get("missing")))
                .contains("2.000"));
    }

    @Test
    void whatIsPromisedToJobsDoesNotCountAsThere() {
        Store store = Store.empty(reordered());
        buying.offers(store.part(), "90.00", "5", true).then().statusCode(201);
        store.at(store.van()).receive("20");
        assertThat(line(propose(), store.part())).isEmpty();

        Visit.of(store.driver()).isPlanned(1, store.part(), "10");

        // 12 − (20 − 10)
        eventually(() -> assertThat(line(propose(), store.part()))
                .hasValueSatisfying(line -> assertThat(line)
                        .containsEntry("onHand", "20.000")
                        .containsEntry("allocated", "10.000")
                        .containsEntry("missing", "2.000")
                        .containsEntry("quantity", "5.000")));
    }

    @Test
    void whatIsSupersededIsNotBoughtButItsSuccessorIs() {
        UUID old = reordered();
        UUID substitute = Van.refrigerant();
        Map<String, Object> details = new HashMap<>(Map.of(
                "number",
                "R-449A-" + UUID.randomUUID().toString().substring(0, 8),
                "name",
                "Agent frigorific R-449A",
                "unit",
                "KGM",
                "serialised",
                false));
        details.put("substituteIds", List.of(substitute));
        UUID young = Buying.id(post(Person.STELA, "/v1/parts", details));
        buying.offers(old, "90.00", "5", true).then().statusCode(201);
        buying.offers(young, "95.00", "4", true).then().statusCode(201);
        new Van(old, buying.van().location()).receive("4.5");
        assertThat(line(propose(), old)).isPresent();
        Map<String, Object> was = get(Person.STELA, "/v1/parts/" + old).path("");
        was.put("supersededById", young);
        put(Person.STELA, "/v1/parts/" + old, "\"0\"", was).then().statusCode(200);

        Response proposal = propose();

        assertThat(line(proposal, old)).isEmpty();
        assertThat(line(proposal, young).orElseThrow())
                .containsEntry("onHand", "4.500")
                .containsEntry("reorderPoint", "12.000")
                .containsEntry("missing", "7.500")
                .containsEntry("quantity", "8.000")
                .containsEntry("substituteIds", List.of(substitute.toString()))
                .extractingByKey("why")
                .asString()
                .endsWith("which it supersedes");
        new Van(young, buying.van().location()).receive("7.5");
        assertThat(line(propose(), young)).isEmpty();
    }

    private Response propose() {
        Response proposal = post(
                Person.BOGDAN,
                "/v1/purchase-proposals",
                Map.of("locationId", buying.van().location()));
        proposal.then().statusCode(201).body("state", equalTo("PROPOSED"));
        return proposal;
    }

    private static Optional<Map<String, Object>> line(Response proposal, UUID part) {
        return proposal.<List<Map<String, Object>>>path("lines").stream()
                .filter(line -> line.get("partId").equals(part.toString()))
                .findFirst();
    }

    /** Of other tests. */
    private static List<Object> others(Response proposal, UUID part) {
        return proposal.<List<Map<String, Object>>>path("lines").stream()
                .map(line -> line.get("partId"))
                .filter(id -> !id.equals(part.toString()))
                .toList();
    }
}
