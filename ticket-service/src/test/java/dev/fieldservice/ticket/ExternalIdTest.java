package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What other systems call customers and sites leads to them, and to one alone. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ExternalIdTest {

    private final String erp = "C/" + UUID.randomUUID();

    @Test
    void whomAnotherSystemKnowsIsRegisteredOnceAndChangedAfterwards() {
        Response made = upsert("erp", erp, "Brutăria Nord");

        made.then()
                .statusCode(200)
                .body("externalIds.system", equalTo(List.of("erp")))
                .body("externalIds.id", equalTo(List.of(erp)));
        String id = made.path("id");
        upsert("erp", erp, "Brutăria Nord")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .header("ETag", equalTo(made.header("ETag")));
        upsert("erp", erp, "Brutăria Nord SRL")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("name", equalTo("Brutăria Nord SRL"));
        upsert("webshop", erp, "Altcineva").then().statusCode(200);
        assertThat(found("/v1/customers", "erp:" + erp)).containsExactly(id);
        assertThat(found("/v1/customers", "webshop:" + erp)).hasSize(1).doesNotContain(id);
    }

    @Test
    void openTicketsFollowWhatTheOtherSystemPutsRight() {
        Supermarket supermarket = Supermarket.register();
        String ticket =
                post(Person.DANA, "/v1/tickets", supermarket.leakyChiller()).path("id");
        name("/v1/customers/" + supermarket.customerId(), "erp", erp)
                .then()
                .statusCode(200)
                .body("externalIds.id", equalTo(List.of(erp)));

        upsert("erp", erp, "Supermarket Drumul Taberei SRL")
                .then()
                .statusCode(200)
                .body("id", equalTo(supermarket.customerId()));

        assertThat(Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket))
                        .at("/customer/name")
                        .asText())
                .isEqualTo("Supermarket Drumul Taberei SRL");
    }

    @Test
    void manyWhoEnterTheSameAtOnceMakeOne() {
        List<CompletableFuture<String>> all = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> upsert("erp", erp, "Nume " + i)
                                .then()
                                .statusCode(200)
                                .extract()
                                .<String>path("id"),
                        Thread::startVirtualThread))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void anIdOfASystemIsOfOneAndTheNewestCounts() {
        String one = upsert("erp", erp, "Unu").path("id");
        String other = upsert("erp", erp + "-2", "Doi").path("id");

        name("/v1/customers/" + other, "erp", erp).then().statusCode(409).body("code", equalTo("external-id-taken"));
        name("/v1/customers/" + one, "erp", erp + "-3")
                .then()
                .statusCode(200)
                .body("externalIds.id", equalTo(List.of(erp + "-3")));
        name("/v1/customers/" + other, "erp", erp).then().statusCode(200);
        assertThat(found("/v1/customers", "erp:" + erp)).containsExactly(other);
        assertThat(found("/v1/customers", "erp:" + erp + "-2")).isEmpty();
        get(Person.DANA, "/v1/customers?externalId=" + erp).then().statusCode(400);
    }

    @Test
    void whatIsWrongIsNamedWhereItStandsAndNothingIsRegistered() {
        post(Person.DANA, "/v1/customers/upsert", customer("erp", erp, Map.of("name", "X", "taxId", "RO12345678")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/customer/taxId"));
        post(Person.DANA, "/v1/customers/upsert", customer("ERP 1", erp, Map.of("name", "X")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/externalId/system"));
        get(Person.DANA, "/v1/customers?externalId=erp:" + erp).then().body("items", empty());
        post(Person.TUDOR, "/v1/customers/upsert", customer("erp", erp, Map.of("name", "X")))
                .then()
                .statusCode(403);
    }

    @Test
    void aSiteIsRegisteredOnceAndStaysItsCustomers() {
        Supermarket supermarket = Supermarket.register();
        Map<String, Object> site = new HashMap<>(get(Person.DANA, "/v1/service-locations/" + supermarket.locationId())
                .jsonPath()
                .getMap("$"));
        List.of("id", "externalIds").forEach(site::remove);
        site.put("name", "Depozit");

        String made = site(site).then().statusCode(200).extract().path("id");
        site.put("accessNotes", "Sunați la pază");
        site(site).then().statusCode(200).body("id", equalTo(made)).body("accessNotes", equalTo("Sunați la pază"));
        assertThat(found("/v1/service-locations", "erp:" + erp)).containsExactly(made);
        site.put("customerId", Supermarket.register().customerId());
        site(site)
                .then()
                .statusCode(422)
                .body("code", equalTo("customer-is-fixed"))
                .body("errors[0].pointer", equalTo("/location/customerId"));
        site.put("timeZone", "Mars/Olympus");
        site(site).then().statusCode(400).body("errors[0].pointer", equalTo("/location/timeZone"));
        name("/v1/service-locations/" + supermarket.locationId(), "erp", erp)
                .then()
                .statusCode(409);
    }

    private Response site(Map<String, Object> site) {
        return post(
                Person.DANA,
                "/v1/service-locations/upsert",
                Map.of("externalId", Map.of("system", "erp", "id", erp), "location", site));
    }

    private static Response upsert(String system, String id, String name) {
        return post(Person.DANA, "/v1/customers/upsert", customer(system, id, Map.of("name", name)));
    }

    private static Map<String, Object> customer(String system, String id, Map<String, Object> customer) {
        return Map.of("externalId", Map.of("system", system, "id", id), "customer", customer);
    }

    private static Response name(String path, String system, String id) {
        return post(Person.DANA, path + "/set-external-id", Map.of("system", system, "id", id));
    }

    private static List<String> found(String path, String externalId) {
        return get(Person.DANA, path + "?externalId=" + externalId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
