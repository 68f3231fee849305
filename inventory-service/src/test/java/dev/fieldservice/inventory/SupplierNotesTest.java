package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivery note is one supplier's, however that is called. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SupplierNotesTest {

    private Buying buying;

    @BeforeEach
    void itCameOnADeliveryNote() {
        buying = Buying.inLei();
        Buying.receives(buying.ordered("10", "1.00"), "AV 77", "4").then().statusCode(200);
    }

    @Test
    void aSupplierThatIsRenamedDeliversANoteOnce() {
        isRenamed();

        Buying.receives(buying.ordered("10", "1.00"), "av77", "4")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-received"));
        assertThat(buying.van().onHand()).isEqualByComparingTo("4");
    }

    @Test
    void whoHasTheNameThatAnotherHadDeliversNotesOfTheirOwn() {
        isRenamed();
        UUID namesake = Buying.id(post(
                Person.BOGDAN, "/v1/suppliers", Map.of("name", buying.name(), "currency", "RON", "paymentDays", 30)));

        byHand(Map.of("supplier", buying.name())).statusCode(201);
        byHand(Map.of("supplierId", namesake)).statusCode(409).body("code", equalTo("already-received"));
        byHand(Map.of("supplierId", buying.supplier())).statusCode(409).body("code", equalTo("already-received"));
        assertThat(buying.van().onHand()).isEqualByComparingTo("5");
    }

    @Test
    void whoEntersItByHandMayNameTheSupplierOtherwise() {
        byHand(Map.of("supplier", buying.name())).statusCode(409);
        byHand(Map.of("supplier", "Frigotehnica, Popescu", "supplierId", buying.supplier()))
                .statusCode(409)
                .body("code", equalTo("already-received"));
        byHand(Map.of("supplierId", UUID.randomUUID()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/supplierId"));
        byHand(Map.of("supplier", "Frigotehnica, Popescu")).statusCode(201);
        byHand(Map.of("supplierId", Buying.inLei().supplier())).statusCode(201);
    }

    private void isRenamed() {
        put(
                        Person.BOGDAN,
                        "/v1/suppliers/" + buying.supplier(),
                        "\"0\"",
                        Map.of("name", "Altă firmă " + UUID.randomUUID(), "currency", "RON", "paymentDays", 30))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse byHand(Map<String, Object> whose) {
        Map<String, Object> receipt = new HashMap<>(whose);
        receipt.put("locationId", buying.van().location());
        receipt.put("partId", buying.van().part());
        receipt.put("quantity", Van.kilograms("1"));
        receipt.put("reference", "AV 77");
        return post(Person.STELA, "/v1/stock-receipts", receipt).then();
    }
}
