package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came too much goes back to its supplier, out of the ledger at what it cost. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SupplierReturnsTest {

    private Buying buying;
    private String receipt;

    @BeforeEach
    void somethingCameAtTwoPrices() {
        buying = Buying.inLei();
        receipt = came("AV 1", "10.00");
        var _ = came("AV 2", "20.00");
    }

    @Test
    void whatGoesBackLeavesTheLedgerAtWhatItCostWhenItCame() {
        String id = drafted(some("5"))
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("allowedCommands", contains("send", "cancel"))
                .body("total.amount", equalTo("50.00"))
                .body("lines[0].deliveryNote", equalTo("AV 1"))
                .extract()
                .path("id");
        assertThat(buying.van().onHand()).isEqualByComparingTo("20");

        String entry = given(id, "send", null)
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .extract()
                .path("lines[0].movementId");

        assertThat(buying.van().onHand()).isEqualByComparingTo("15");
        assertThat(buying.van().movements())
                .filteredOn(each -> each.get("id").equals(entry))
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .containsEntry("kind", "SUPPLIER_RETURN")
                        .containsEntry("counterId", receipt)
                        .containsEntry("documentId", id)
                        .containsEntry("quantity", Map.of("amount", "-5.000", "unit", "KGM"))
                        .containsEntry("unitCost", Map.of("amount", "10.00", "currency", "RON")));
        given(id, "credit", Map.of("creditNote", "NC 7"))
                .statusCode(200)
                .body("state", equalTo("CREDITED"))
                .body("creditNote", equalTo("NC 7"));
        given(id, "cancel", Map.of("reason", "Greșit")).statusCode(409);
        get(Person.STELA, "/v1/supplier-returns?state=CREDITED&supplierId=" + buying.supplier())
                .then()
                .body("items.id", contains(id));
    }

    @Test
    void noMoreGoesBackThanCameAndWhatWentBackHasCome() {
        String id = drafted(some("6")).statusCode(201).extract().path("id");
        drafted(some("5")).statusCode(409).body("code", equalTo("more-than-received"));
        given(id, "send", null).statusCode(200);

        reversed().statusCode(409).body("code", equalTo("returned-to-supplier"));
        given(id, "cancel", Map.of("reason", "Nu le primește")).statusCode(200).body("state", equalTo("CANCELLED"));

        assertThat(buying.van().onHand()).isEqualByComparingTo("20");
        assertThat(buying.van().movements())
                .filteredOn(each -> each.get("kind").equals("SUPPLIER_RETURN"))
                .extracting(each -> each.get("unitCost"))
                .hasSize(2)
                .containsOnly(Map.of("amount", "10.00", "currency", "RON"));
        get(Person.STELA, "/v1/stock-values?partId=" + buying.van().part())
                .then()
                .body("items[0].value.amount", equalTo("300.00"));
        reversed().statusCode(200);
        drafted(some("1")).statusCode(409).body("code", equalTo("already-reversed"));
    }

    @Test
    void aDraftOfAReceiptThatIsTakenBackSendsNothing() {
        String id = drafted(some("6")).statusCode(201).extract().path("id");
        reversed().statusCode(200);

        given(id, "send", null).statusCode(409).body("code", equalTo("more-than-received"));
        assertThat(buying.van().onHand()).isEqualByComparingTo("10");
    }

    @Test
    void onlyWhatIsThereGoesBack() {
        String id = drafted(some("9")).statusCode(201).extract().path("id");
        buying.van().uses("12").happens();
        eventually(() -> assertThat(buying.van().onHand()).isEqualByComparingTo("8"));

        given(id, "send", null).statusCode(409).body("code", equalTo("not-in-stock"));

        given(id, "cancel", Map.of("reason", "S-a folosit")).statusCode(200).body("lines[0].movementId", nullValue());
        assertThat(buying.van().onHand()).isEqualByComparingTo("8");
    }

    @Test
    void whatIsReturnedIsOfThisSupplierAndSaidOnce() {
        Buying other = Buying.inLei();
        post(Person.STELA, "/v1/supplier-returns", Map.of("supplierId", other.supplier(), "lines", List.of(some("1"))))
                .then()
                .statusCode(422)
                .body("code", equalTo("other-supplier"));
        drafted(Map.of("receiptId", receipt, "pieceId", UUID.randomUUID()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/0/pieceId"));
        drafted(Map.of("receiptId", UUID.randomUUID()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/0/receiptId"));
        drafted(Map.of()).statusCode(422).body("code", equalTo("piece-or-receipt"));
        drafted(Map.of("receiptId", receipt)).statusCode(422).body("code", equalTo("quantity-missing"));
        drafted(Map.of("receiptId", receipt, "quantity", Van.kilograms("1"), "serials", List.of("X")))
                .statusCode(422)
                .body("code", equalTo("not-serialised"));
        post(Person.TUDOR, "/v1/supplier-returns", Map.of("supplierId", buying.supplier()))
                .then()
                .statusCode(403);
    }

    @Test
    void itGoesAlongOnPaperInTheLanguageOfTheSupplier() throws IOException {
        String path = "/v1/suppliers/" + buying.supplier();
        put(
                        Person.BOGDAN,
                        path,
                        get(Person.BOGDAN, path).header("ETag"),
                        Map.of("name", buying.name(), "currency", "RON", "paymentDays", 30, "language", "de"))
                .then()
                .statusCode(200);
        String id = drafted(some("5")).statusCode(201).extract().path("id");
        pdf(id).then().statusCode(409).body("code", equalTo("not-on-paper"));
        String number = given(id, "send", null).extract().path("number");

        eventually(() -> get(Person.STELA, "/v1/supplier-returns/" + id).then().body("printed", equalTo(true)));
        try (PDDocument paper =
                Loader.loadPDF(pdf(id).then().statusCode(200).extract().asByteArray())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Rücksendung", number, buying.name(), "AV 1", "5 kg", "50,00 RON", "Duba de rezervă")
                    .doesNotContain("Bestellung", "Lieferung");
        }
    }

    private String came(String note, String price) {
        return Buying.receives(buying.ordered("10", price), note, "10").path("receipts[0].receiptId");
    }

    private Map<String, Object> some(String kilograms) {
        return Map.of("receiptId", receipt, "quantity", Van.kilograms(kilograms));
    }

    private ValidatableResponse drafted(Map<String, ?> line) {
        return post(
                        Person.STELA,
                        "/v1/supplier-returns",
                        Map.of("supplierId", buying.supplier(), "lines", List.of(line)))
                .then();
    }

    private static ValidatableResponse given(String id, String command, Map<String, ?> body) {
        String path = "/v1/supplier-returns/" + id + "/" + command;
        return (body == null ? post(Person.BOGDAN, path) : post(Person.BOGDAN, path, body)).then();
    }

    private ValidatableResponse reversed() {
        return post(Person.STELA, "/v1/stock-receipts/" + receipt + "/reverse", Map.of("reason", "Greșit"))
                .then();
    }

    private static Response pdf(String id) {
        return as(Person.STELA).accept(ContentType.ANY).get("/v1/supplier-returns/" + id + "/pdf");
    }
}
