package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer who was entered twice becomes one: what is theirs and what is open goes over, what is over stays as it was. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MergedCustomerTest {

    private Supermarket kept;
    private Supermarket other;

    @BeforeEach
    void oneIsKnownTwice() {
        kept = Supermarket.register();
        other = Supermarket.register();
    }

    @Test
    void whatIsTheirsAndOpenTicketsGoOverAndOthersAreTold() {
        String ticket = open(other);
        String contract = Agreed.active(Agreed.contract(other, Map.of("covered", List.of(Agreed.HALF_OF_PARTS))));
        Maintained plan = Maintained.planned(Maintained.onMondays(other));
        Response before = get(Person.DANA, "/v1/contacts/" + other.contactId());

        merge(other, kept).then().statusCode(200).body("mergedInto", equalTo(kept.customerId()));

        for (String theirs : List.of(
                "/v1/contacts/" + other.contactId(),
                "/v1/service-locations/" + other.locationId(),
                "/v1/assets/" + other.assetId(),
                plan.path())) {
            get(Person.DANA, theirs).then().body("customerId", equalTo(kept.customerId()));
        }
        get(Person.ANA, contract).then().body("customerId", equalTo(kept.customerId()));
        Map<String, Object> contact = new HashMap<>(before.jsonPath().getMap("$"));
        put(Person.DANA, "/v1/contacts/" + other.contactId(), before.header("ETag"), contact)
                .then()
                .statusCode(412);
        JsonNode merged = Events.await(Topics.CUSTOMER_CHANGED, UUID.fromString(other.customerId()), 2)
                .getLast();
        assertThat(merged.at("/mergedInto").asText()).isEqualTo(kept.customerId());
        JsonNode told = Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket));
        assertThat(told.at("/customer/id").asText()).isEqualTo(kept.customerId());
        assertThat(told.at("/contact/id").asText()).isEqualTo(other.contactId());
        get(Person.DANA, "/v1/tickets/" + ticket).then().body("customerId", equalTo(kept.customerId()));
        assertThat(history(ticket)).contains("CORRECTED");
    }

    @Test
    void whatIsOverSaysWhatItSaidAndIsFollowedUpForWhoIsKept() {
        String ticket = open(other);
        Work paid = Work.of(ticket);
        paid.isClosed();
        paid.isInvoiced();
        eventually(() -> get(Person.DANA, "/v1/tickets/" + ticket).then().body("state", equalTo("CLOSED")));
        String open = open(other);

        merge(other, kept).then().statusCode(200);
        eventually(() -> get(Person.DANA, "/v1/tickets/" + open).then().body("customerId", equalTo(kept.customerId())));

        get(Person.DANA, "/v1/tickets/" + ticket).then().body("customerId", equalTo(other.customerId()));
        assertThat(history(ticket)).doesNotContain("CORRECTED");
        post(Person.DANA, "/v1/tickets/" + ticket + "/follow-up", Map.of("reason", "Pierde iar"))
                .then()
                .statusCode(201)
                .body("customerId", equalTo(kept.customerId()))
                .body("locationId", equalTo(other.locationId()));
        post(Person.ADMIN, "/v1/operations/ticket-service/topics/" + Topics.TICKET_CHANGED + "/retell", "")
                .then()
                .statusCode(200);
        assertThat(Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket))
                        .at("/customer/id")
                        .asText())
                .isEqualTo(other.customerId());
    }

    @Test
    void whoIsMergedGetsNothingNewAndLeadsToWhoIsKept() {
        String name = "Brutăria " + UUID.randomUUID();
        String tag = "t" + UUID.randomUUID();
        String phone = "0722" + (100_000 + ThreadLocalRandom.current().nextInt(900_000));
        String twice = post(Person.DANA, "/v1/customers", Map.of("name", name, "phone", phone))
                .path("id");
        named(twice, name);
        named(kept.customerId(), "K/" + name);
        post(Person.DANA, "/v1/customers/" + twice + "/annotate", Map.of("tags", List.of(tag)))
                .then()
                .statusCode(200);
        get(Person.DANA, "/v1/customers?phone=" + phone).then().body("items.id", equalTo(List.of(twice)));

        post(Person.DANA, "/v1/customers/" + twice + "/merge-into", Map.of("customerId", kept.customerId()))
                .then()
                .statusCode(200);

        get(Person.DANA, "/v1/customers/" + twice)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("mergedInto", equalTo(kept.customerId()));
        get(Person.DANA, "/v1/customers?externalId=erp:" + name).then().body("items.id", equalTo(List.of(twice)));
        for (String known : List.of("q=" + name, "tag=" + tag, "phone=" + phone)) {
            get(Person.DANA, "/v1/customers?" + known).then().body("items.id", equalTo(List.of(kept.customerId())));
        }
        get(Person.DANA, "/v1/callers?q=" + name)
                .then()
                .body("items.customerId", equalTo(List.of(kept.customerId())))
                .body("items.name", not(hasItem(name)));
        post(Person.DANA, "/v1/contacts", Map.of("customerId", twice, "name", "Ilie"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/customerId"))
                .body("code", equalTo("customer-merged"))
                .body("detail", containsString(kept.customerId()));
        Map<String, Object> request = kept.leakyChiller();
        request.put("customerId", twice);
        post(Person.DANA, "/v1/tickets", request).then().statusCode(422);
        put(Person.DANA, "/v1/customers/" + twice, "*", Map.of("name", "Altfel"))
                .then()
                .statusCode(409)
                .body("code", equalTo("customer-merged"));
        post(
                        Person.DANA,
                        "/v1/customers/upsert",
                        Map.of("externalId", Map.of("system", "erp", "id", name), "customer", Map.of("name", "Altfel")))
                .then()
                .statusCode(409);
    }

    /** As long as the other system knows one of two, what it sends counts for the one who is left. */
    @Test
    void whatOnlyTheOtherIsCalledGoesOver() {
        String id = "C/" + UUID.randomUUID();
        named(other.customerId(), id);

        merge(other, kept).then().statusCode(200).body("externalIds", nullValue());

        get(Person.DANA, "/v1/customers/" + kept.customerId()).then().body("externalIds.id", equalTo(List.of(id)));
        get(Person.DANA, "/v1/customers?externalId=erp:" + id)
                .then()
                .body("items.id", equalTo(List.of(kept.customerId())));
        post(
                        Person.DANA,
                        "/v1/customers/upsert",
                        Map.of("externalId", Map.of("system", "erp", "id", id), "customer", Map.of("name", "Lactate")))
                .then()
                .statusCode(200)
                .body("id", equalTo(kept.customerId()));
    }

    /** Whoever calls as the one who was merged is named as the one who is kept. */
    @Test
    void whoResemblesTheOneWhoWasMergedIsNamedAsTheOneWhoIsKept() {
        String firm = "Lactate " + UUID.randomUUID();
        String twice = post(Person.DANA, "/v1/customers", Map.of("name", firm)).path("id");
        post(Person.DANA, "/v1/customers/" + twice + "/merge-into", Map.of("customerId", kept.customerId()))
                .then()
                .statusCode(200);
        Map<String, Object> call = kept.leakyChiller();
        List.of("customerId", "contactId", "locationId", "assetId").forEach(call::remove);
        Map<String, Object> site = new HashMap<>(get(Person.DANA, "/v1/service-locations/" + kept.locationId())
                .jsonPath()
                .getMap("$"));
        List.of("id", "customerId", "externalIds").forEach(site::remove);
        call.putAll(Map.of("customer", Map.of("name", firm), "contact", Map.of("name", "Ilie"), "location", site));

        post(Person.DANA, "/v1/calls", call)
                .then()
                .statusCode(422)
                .body("code", equalTo("possible-duplicate"))
                .body("errors[0].detail", containsString(kept.customerId()));
    }

    @Test
    void itIsOnceAndForAllAndOfTheVersionThatWasSeen() {
        String third = Supermarket.register().customerId();
        as(Person.DANA)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"7\"")
                .body(Map.of("customerId", kept.customerId()))
                .post("/v1/customers/" + other.customerId() + "/merge-into")
                .then()
                .statusCode(412);
        merge(other, other).then().statusCode(422).body("code", equalTo("same-customer"));
        post(
                        Person.DANA,
                        "/v1/customers/" + other.customerId() + "/merge-into",
                        Map.of("customerId", UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-reference"));
        String key = UUID.randomUUID().toString();
        String path = "/v1/customers/" + other.customerId() + "/merge-into";

        post(Person.DANA, key, path, Map.of("customerId", kept.customerId()))
                .then()
                .statusCode(200);
        post(Person.DANA, key, path, Map.of("customerId", kept.customerId()))
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", equalTo("true"));
        post(Person.DANA, path, Map.of("customerId", third))
                .then()
                .statusCode(409)
                .body("code", equalTo("customer-merged"));
        post(Person.DANA, "/v1/customers/" + third + "/merge-into", Map.of("customerId", other.customerId()))
                .then()
                .statusCode(422)
                .body("code", equalTo("customer-merged"));

        // Who takes over the one who took over, has all three.
        post(Person.DANA, "/v1/customers/" + kept.customerId() + "/merge-into", Map.of("customerId", third))
                .then()
                .statusCode(200);
        get(Person.DANA, "/v1/customers/" + other.customerId()).then().body("mergedInto", equalTo(third));
        get(Person.DANA, "/v1/contacts/" + other.contactId()).then().body("customerId", equalTo(third));
    }

    /** Two merge them both ways while others enter what is theirs: one way holds, and nothing is left behind. */
    @Test
    void whatIsEnteredAtThatMomentIsNotLeftBehind() {
        List<CompletableFuture<Response>> entered = IntStream.range(0, 8)
                .mapToObj(i -> later(() -> post(
                        Person.DANA, "/v1/contacts", Map.of("customerId", other.customerId(), "name", "Ana " + i))))
                .toList();
        CompletableFuture<Response> one = later(() -> merge(other, kept));
        CompletableFuture<Response> way = later(() -> merge(kept, other));

        assertThat(List.of(one.join().statusCode(), way.join().statusCode())).containsOnlyOnce(200);
        String gone = one.join().statusCode() == 200 ? other.customerId() : kept.customerId();
        String stays = one.join().statusCode() == 200 ? kept.customerId() : other.customerId();
        assertThat(entered.stream().map(CompletableFuture::join).map(Response::statusCode))
                .isSubsetOf(201, 422);
        get(Person.DANA, "/v1/contacts?limit=200&customerId=" + gone).then().body("items", empty());
        long made = entered.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 201)
                .count();
        get(Person.DANA, "/v1/contacts?limit=200&customerId=" + stays)
                .then()
                .body("items.size()", equalTo((int) made + 2));
    }

    private static CompletableFuture<Response> later(java.util.function.Supplier<Response> request) {
        return CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
    }

    private static void named(String customer, String id) {
        post(Person.DANA, "/v1/customers/" + customer + "/set-external-id", Map.of("system", "erp", "id", id))
                .then()
                .statusCode(200);
    }

    private static Response merge(Supermarket one, Supermarket into) {
        return post(
                Person.DANA,
                "/v1/customers/" + one.customerId() + "/merge-into",
                Map.of("customerId", into.customerId()));
    }

    private static String open(Supermarket customer) {
        return post(Person.DANA, "/v1/tickets", customer.leakyChiller())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> history(String ticket) {
        return get(Person.DANA, "/v1/history?limit=200&correlationId=" + ticket).path("items.action");
    }
}
