package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
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
import org.junit.jupiter.api.Test;

/** By what a part is found, and what it has to do with others. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartsKnownTest {

    @Test
    void aPartIsFoundByItsBarcode() {
        String gtin = Filter.gtin();
        Filter filter = Filter.with(Map.of("gtin", gtin));

        filter.read().then().body("gtin", equalTo("0" + gtin));
        for (String asked : List.of("gtin=" + gtin, "gtin=0" + gtin, "q=" + gtin)) {
            get(Person.TUDOR, "/v1/parts?" + asked)
                    .then()
                    .statusCode(200)
                    .body("items.id", equalTo(List.of(filter.id().toString())));
        }
        get(Person.TUDOR, "/v1/parts?gtin=12345").then().statusCode(400);
    }

    @Test
    void aBarcodeThatIsMistypedOrTakenIsRefused() {
        String gtin = Filter.gtin();
        Filter old = Filter.with(Map.of("gtin", gtin));
        String mistyped = gtin.substring(0, 12) + (gtin.charAt(12) == '0' ? '1' : '0');
        post(Person.STELA, "/v1/parts", Filter.details(Map.of("gtin", mistyped)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/gtin"))
                .body("code", equalTo("wrong-check-digit"));
        post(Person.STELA, "/v1/parts", Filter.details(Map.of("gtin", "0" + gtin)))
                .then()
                .statusCode(409)
                .body("code", equalTo("gtin-taken"));

        // What is superseded leaves its barcode to its successor, and may not come back to it.
        Filter young = Filter.ordinary();
        old.becomes(Map.of("supersededById", young.id())).then().statusCode(200);
        young.becomes(Map.of("gtin", gtin)).then().statusCode(200);
        old.becomes(Map.of()).then().statusCode(409).body("code", equalTo("gtin-taken"));
    }

    @Test
    void aPartIsFoundInItsCategoryAndInThoseAbove() {
        String name = "Filtre " + UUID.randomUUID();
        UUID filters = category(name, null);
        UUID driers = category(name + " deshidratoare", filters);
        Filter filter = Filter.with(Map.of("categoryId", driers));

        for (UUID category : List.of(filters, driers)) {
            get(Person.DANA, "/v1/parts?categoryId=" + category)
                    .then()
                    .body("items.id", equalTo(List.of(filter.id().toString())));
        }
        filter.becomes(Map.of("categoryId", filters)).then().statusCode(200);
        get(Person.DANA, "/v1/parts?categoryId=" + driers).then().body("items.id", equalTo(List.of()));
        get(Person.DANA, "/v1/part-categories?parentId=" + filters)
                .then()
                .body("items.id", equalTo(List.of(driers.toString())));

        post(Person.STELA, "/v1/part-categories", Map.of("name", " " + name.toUpperCase(java.util.Locale.ROOT)))
                .then()
                .statusCode(409)
                .body("code", equalTo("category-name-taken"));
        post(Person.DANA, "/v1/part-categories", Map.of("name", "Altele"))
                .then()
                .statusCode(403);
    }

    @Test
    void noCategoryLiesWithinItself() {
        String name = "Compresoare " + UUID.randomUUID();
        UUID outer = category(name, null);
        UUID inner = category(name + " scroll", outer);
        for (UUID within : List.of(outer, inner)) {
            put(Person.STELA, "/v1/part-categories/" + outer, "\"0\"", Map.of("name", name, "parentId", within))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/parentId"))
                    .body("code", equalTo("category-circle"));
        }
        put(Person.STELA, "/v1/part-categories/" + inner, "\"0\"", Map.of("name", name + " scroll"))
                .then()
                .statusCode(200)
                .body("parentId", nullValue());
    }

    @Test
    void aSuccessionIsReadToItsEndAndNeverGoesInACircle() {
        Filter first = Filter.ordinary();
        Filter second = Filter.ordinary();
        Filter third = Filter.ordinary();
        first.becomes(Map.of("supersededById", second.id()))
                .then()
                .statusCode(200)
                .body("currentPartId", equalTo(second.id().toString()));
        second.becomes(Map.of("supersededById", third.id())).then().statusCode(200);

        first.read()
                .then()
                .body("supersededById", equalTo(second.id().toString()))
                .body("currentPartId", equalTo(third.id().toString()));
        third.read().then().body("supersededById", nullValue()).body("currentPartId", nullValue());
        for (Filter before : List.of(first, second, third)) {
            third.becomes(Map.of("supersededById", before.id()))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/supersededById"))
                    .body("code", equalTo("succession-circle"));
        }
        get(Person.STELA, "/v1/parts?superseded=true&number=" + first.details().get("number"))
                .then()
                .body("items.size()", equalTo(1));
        first.becomes(Map.of("supersededById", Van.refrigerant()))
                .then()
                .statusCode(422)
                .body("code", equalTo("other-unit"));
    }

    /** Each waits for the other: whichever comes second is refused. */
    @Test
    void twoAtATimeCloseNoCircle() throws Exception {
        for (int round = 0; round < 5; round++) {
            Filter one = Filter.ordinary();
            Filter other = Filter.ordinary();
            List<Response> answers;
            try (var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
                var first = threads.submit(() -> one.becomes(Map.of("supersededById", other.id())));
                var second = threads.submit(() -> other.becomes(Map.of("supersededById", one.id())));
                answers = List.of(first.get(), second.get());
            }
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void substitutesStandInTheirOrderAndAreOtherParts() {
        Filter best = Filter.ordinary();
        Filter next = Filter.ordinary();
        Filter filter = Filter.with(Map.of("substituteIds", List.of(best.id(), next.id())));

        filter.read()
                .then()
                .body(
                        "substituteIds",
                        equalTo(List.of(best.id().toString(), next.id().toString())));
        best.read().then().body("substituteIds", nullValue());
        filter.becomes(Map.of("substituteIds", List.of(next.id(), filter.id())))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/substituteIds/1"))
                .body("code", equalTo("same-part"));
        filter.becomes(Map.of("substituteIds", List.of(next.id(), next.id())))
                .then()
                .statusCode(422)
                .body("code", equalTo("part-twice"));
        filter.becomes(Map.of("substituteIds", List.of(UUID.randomUUID())))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/substituteIds/0"));
    }

    @Test
    void whatIsKnownOfAPartIsToldToTheOthers() {
        String gtin = Filter.gtin();
        Filter successor = Filter.ordinary();
        Filter filter = Filter.inBoxes();
        Map<String, Object> more = new HashMap<>(Map.of("gtin", gtin, "supersededById", successor.id()));
        more.put("substituteIds", List.of(successor.id()));
        filter.becomes(more).then().statusCode(200);

        JsonNode told = Events.await(Topics.PART_REGISTERED, filter.id(), 2).getLast();
        assertThat(told.get("gtin").asText()).isEqualTo("0" + gtin);
        assertThat(told.get("supersededById").asText()).isEqualTo(successor.id().toString());
        assertThat(told.at("/substituteIds/0").asText())
                .isEqualTo(successor.id().toString());
        assertThat(told.at("/otherUnits/0/unit").asText()).isEqualTo("XBX");
        assertThat(told.at("/otherUnits/0/numerator").asInt()).isEqualTo(12);
    }

    private static UUID category(String name, UUID parent) {
        Map<String, Object> details = new HashMap<>(Map.of("name", name));
        details.put("parentId", parent);
        return Buying.id(as(Person.BOGDAN)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(details)
                .post("/v1/part-categories"));
    }
}
