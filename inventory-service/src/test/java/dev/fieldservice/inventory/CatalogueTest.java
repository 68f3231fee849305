package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts and places, and who may see and change them. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CatalogueTest {

    @Test
    void aPartIsToldToTheOthersWhenItIsRegisteredAndWhenItChanges() {
        Map<String, Object> filter = filterDrier();
        String id = post(Person.BOGDAN, "/v1/parts", filter)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        filter.put("name", "Filtru deshidrator 1/2\"");
        put(Person.STELA, "/v1/parts/" + id, "\"0\"", filter)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("reorderPoint", equalTo("5.000"));

        List<JsonNode> told = Events.await(Topics.PART_REGISTERED, UUID.fromString(id), 2);
        assertThat(told).extracting(event -> event.get("partVersion").asLong()).containsExactly(0L, 1L);
        assertThat(told.getLast().get("name").asText()).isEqualTo("Filtru deshidrator 1/2\"");
        assertThat(told.getLast().get("unit").asText()).isEqualTo("EA");
    }

    @Test
    void aPartsNumberIsItsOwnAndItsUnitStays() {
        Map<String, Object> filter = filterDrier();
        String id = post(Person.STELA, "/v1/parts", filter).path("id");

        post(Person.STELA, "/v1/parts", filter).then().statusCode(409).body("code", equalTo("part-number-taken"));
        get(Person.STELA, "/v1/parts?number=" + filter.get("number")).then().body("items.size()", equalTo(1));
        filter.put("unit", "KGM");
        put(Person.STELA, "/v1/parts/" + id, "\"0\"", filter)
                .then()
                .statusCode(422)
                .body("code", equalTo("unit-is-fixed"));
        filter.put("reorderPoint", "1e999999999");
        post(Person.STELA, "/v1/parts", filter).then().statusCode(400);
    }

    @Test
    void numbersThatDifferInBlanksOrCaseAreOne() {
        Map<String, Object> filter = filterDrier();
        String number = (String) filter.get("number");
        String id = post(Person.STELA, "/v1/parts", filter).path("id");

        for (String same :
                List.of(number.toLowerCase(java.util.Locale.ROOT), number.replace("-", " - "), " " + number)) {
            filter.put("number", same);
            post(Person.STELA, "/v1/parts", filter).then().statusCode(409).body("code", equalTo("part-number-taken"));
            as(Person.STELA)
                    .queryParam("number", same.strip())
                    .get("/v1/parts")
                    .then()
                    .body("items.id", equalTo(List.of(id)));
        }
    }

    @Test
    void aPartIsFoundByWordsOfItsName() {
        Map<String, Object> filter = filterDrier();
        filter.put("name", "Filtru uscător Ștefan " + filter.get("number"));
        String id = post(Person.STELA, "/v1/parts", filter).path("id");

        as(Person.TUDOR)
                .queryParam("q", "STEFAN uscator " + filter.get("number"))
                .get("/v1/parts")
                .then()
                .body("items.id", equalTo(List.of(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PCS", "ZZZ", "BUC", "ea"})
    void aUnitIsOneOfTrade(String unit) {
        Map<String, Object> filter = filterDrier();
        filter.put("unit", unit);

        post(Person.STELA, "/v1/parts", filter).then().statusCode(400).body("errors.pointer", hasItem("/unit"));
    }

    @Test
    void piecesAreReceivedAndReorderedWhole() {
        Map<String, Object> filter = filterDrier();
        filter.put("reorderPoint", "0.5");
        post(Person.STELA, "/v1/parts", filter).then().statusCode(422).body("code", equalTo("whole-pieces"));
        filter.put("reorderPoint", "5");
        String part = post(Person.STELA, "/v1/parts", filter).path("id");

        post(
                        Person.STELA,
                        "/v1/stock-receipts",
                        Map.of(
                                "locationId",
                                Van.spareVan(),
                                "partId",
                                part,
                                "quantity",
                                Map.of("amount", "0.333", "unit", "EA")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/quantity/amount"))
                .body("errors[0].code", equalTo("whole-pieces"));
    }

    @Test
    void aTechnicianHasOneVehicleAndItIsToldToTheOthers() {
        UUID technician = UUID.randomUUID();
        Map<String, Object> van = Map.of("kind", "VEHICLE", "name", "Duba nouă", "technicianId", technician);
        UUID id = UUID.fromString(post(Person.STELA, "/v1/stock-locations", van)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

        JsonNode told = Events.awaitOne(Topics.STOCK_LOCATION_REGISTERED, id);
        assertThat(told.get("technicianId").asText()).isEqualTo(technician.toString());
        get(Person.DANA, "/v1/stock-locations?technicianId=" + technician)
                .then()
                .body("items.id", equalTo(List.of(id.toString())));
        post(Person.STELA, "/v1/stock-locations", van)
                .then()
                .statusCode(409)
                .body("code", equalTo("technician-has-a-vehicle"));
        post(
                        Person.STELA,
                        "/v1/stock-locations",
                        Map.of("kind", "WAREHOUSE", "name", "Depozit", "technicianId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/technicianId"));
        put(Person.STELA, "/v1/stock-locations/" + id, "\"0\"", Map.of("kind", "VEHICLE", "name", "Duba de rezervă"))
                .then()
                .statusCode(200);
        post(Person.STELA, "/v1/stock-locations", van).then().statusCode(201);
    }

    @Test
    void aTechnicianSeesTheWarehousesAndTheirOwnVanOnly() {
        Van foreign = Van.loaded("3");
        UUID me = UUID.randomUUID();
        String own = post(
                        Person.STELA,
                        "/v1/stock-locations",
                        Map.of("kind", "VEHICLE", "name", "Duba mea", "technicianId", me))
                .path("id");
        new Van(foreign.part(), UUID.fromString(own)).receive("2");
        String token = Tokens.of(me, "Radu", Role.TECHNICIAN);

        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/v1/stock-levels?partId=" + foreign.part())
                .then()
                .statusCode(200)
                .body("items.location.id", equalTo(List.of(own)))
                .body("items[0].onHand.amount", equalTo("2.000"))
                .body("items[0].part.name", equalTo("Agent frigorific R-449A"));
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/v1/stock-locations?limit=200")
                .then()
                .body("items.id", hasItem(own))
                .body("items.id", not(hasItem(foreign.location().toString())));
        get(Person.TUDOR, "/v1/stock-locations/" + own).then().statusCode(404);
        get(Person.DANA, "/v1/stock-locations/" + own).then().statusCode(200);
    }

    @Test
    void everyRoleMayDoItsOwnWorkAndNoMore() {
        Map<String, Object> depot = Map.of("kind", "WAREHOUSE", "name", "Depozit");
        post(Person.BOGDAN, "/v1/stock-locations", depot).then().statusCode(403);
        post(Person.DANA, "/v1/parts", filterDrier()).then().statusCode(403);
        post(Person.TUDOR, "/v1/parts", filterDrier()).then().statusCode(403);
        post(Person.BOGDAN, "/v1/stock-receipts", Map.of()).then().statusCode(403);
        get(Person.TUDOR, "/v1/stock-movements").then().statusCode(403);
        get(Person.TUDOR, "/v1/discrepancies").then().statusCode(403);
        get(Person.ANA, "/v1/stock-levels").then().statusCode(403);
        get(Person.TUDOR, "/v1/parts").then().statusCode(200);
        get(Person.DANA, "/v1/stock-levels").then().statusCode(200);
        RestAssured.get("/v1/parts").then().statusCode(401);
    }

    private static Map<String, Object> filterDrier() {
        return new HashMap<>(Map.of(
                "number",
                "FD-" + UUID.randomUUID().toString().substring(0, 8),
                "name",
                "Filtru deshidrator 3/8\"",
                "unit",
                "EA",
                "serialised",
                true,
                "reorderPoint",
                "5"));
    }
}
