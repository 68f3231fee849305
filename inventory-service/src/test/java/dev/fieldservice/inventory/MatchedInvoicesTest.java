package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No invoice is to be paid that asks for more than what came is worth, or for what was not agreed. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MatchedInvoicesTest {

    private static final String DAY =
            LocalDate.now(ZoneId.of("Europe/Bucharest")).minusDays(1).toString();

    @Inject
    AgroalDataSource database;

    private Buying buying;
    private UUID order;

    @BeforeEach
    void somethingIsOrdered() {
        buying = Buying.inLei();
        order = buying.ordered("10", "10.00");
    }

    @Test
    void noMoreIsPaidThanWhatCameIsWorth() {
        comes("AV 1", "5", "9.00");
        comes("AV 2", "5", null);

        invoiced("FT 1", "5", "10.00", "50.00", "10.50").body("state", equalTo("TO_PAY"));
        invoiced("FT 2", "5", "10.00", "50.00", "10.50")
                .body("state", equalTo("IN_QUESTION"))
                .body("findings.kind", contains("OTHER_PRICE"))
                .body(
                        "findings[0].detail",
                        endsWith("50.00 is invoiced, what came and no other invoice asks for is worth 45.00"));
    }

    @Test
    void aPriceThatIsNotTheOrderedOneIsInQuestionThoughItCameAtIt() {
        comes("AV 1", "5", null);
        comes("AV 2", "5", "12.00");

        invoiced("FT 1", "10", "12.00", "120.00", "25.20")
                .body("state", equalTo("IN_QUESTION"))
                .body("findings.kind", contains("OTHER_PRICE", "OTHER_PRICE"))
                .body("findings[0].detail", endsWith("12.00 is invoiced, 10.0000 was agreed; it came at 12.0000"))
                .body("findings[1].detail", endsWith("is worth 110.00"));
    }

    @Test
    void whatIsTakenBackPutsInQuestionWhatWasToBePaid() {
        comes("AV 1", "4", null);
        String receipt = comes("AV 2", "6", null);
        String first = invoiced("FT 1", "10", "10.00", "100.00", "21.00")
                .body("state", equalTo("TO_PAY"))
                .extract()
                .path("id");
        String approved = invoiced("FT 2", "1", "10.00", "10.00", "2.10")
                .body("state", equalTo("IN_QUESTION"))
                .extract()
                .path("id");
        decided(approved, "reject").body("state", equalTo("REJECTED"));

        buying.van().takeBack(UUID.fromString(receipt));

        seen(first)
                .body("state", equalTo("IN_QUESTION"))
                .body("findings.kind", contains("MORE_THAN_RECEIVED"))
                .body("allowedCommands", contains("match", "approve", "reject"));
        seen(approved).body("state", equalTo("REJECTED"));
        comes("AV 3", "6", null);
        post(Person.ANA, "/v1/supplier-invoices/" + first + "/match")
                .then()
                .statusCode(200)
                .body("state", equalTo("TO_PAY"));
    }

    @Test
    void aTaxThatNoCountryAsksForIsInQuestion() {
        comes("AV 1", "10", null);

        invoiced("FT 1", "5", "10.00", "50.00", "13.51")
                .body("findings.kind", contains("OTHER_SUM"))
                .body("findings[0].detail", containsString("Tax"));
        invoiced("FT 2", "5", "10.00", "50.00", "-10.50")
                .body("state", equalTo("IN_QUESTION"))
                .body("findings.kind", contains("OTHER_SUM"));
    }

    @Test
    void aDraftIsInvoicedByNobodyAndWhatWasEnteredBeforeCanBeRejected() throws SQLException {
        comes("AV 1", "10", null);
        String known =
                invoiced("FT 1", "5", "10.00", "50.00", "10.50").extract().path("id");
        UUID draft = Buying.id(post(Person.BOGDAN, "/v1/purchase-orders", buying.wanted("10", "10.00")));
        post(Person.ANA, "/v1/supplier-invoices", details(draft, "FT 2", "5", "10.00", "50.00", "10.50"))
                .then()
                .statusCode(409)
                .body("code", equalTo("not-ordered"));

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            var _ = statement.executeUpdate(
                    "update supplier_invoice set state = 'IN_QUESTION', purchase_order_id = '%s' where id = '%s'"
                            .formatted(draft, known));
        }
        put(Person.BOGDAN, "/v1/purchase-orders/" + draft, "\"0\"", buying.wanted("8", "10.00"))
                .then()
                .statusCode(200);
        post(Person.ANA, "/v1/supplier-invoices/" + known + "/match")
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_QUESTION"))
                .body("findings[0].detail", containsString("not in the order"));
        decided(known, "reject")
                .body("state", equalTo("REJECTED"))
                .body("findings.kind", contains("MORE_THAN_RECEIVED"));
        invoiced("FT 1", "5", "10.00", "50.00", "10.50").body("findings", empty());
    }

    /** The receipt's id. */
    @CanIgnoreReturnValue
    private String comes(String note, String kilograms, String price) {
        List<String> receipts = Buying.receives(
                        order,
                        note,
                        kilograms,
                        Map.of(),
                        price == null ? Map.of() : Map.of("unitPrice", Buying.lei(price)))
                .then()
                .statusCode(200)
                .extract()
                .path("receipts.receiptId");
        return receipts.getLast();
    }

    @CanIgnoreReturnValue
    private ValidatableResponse invoiced(String number, String kilograms, String price, String net, String tax) {
        return post(Person.ANA, "/v1/supplier-invoices", details(order, number, kilograms, price, net, tax))
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> details(
            UUID of, String number, String kilograms, String price, String net, String tax) {
        return Map.of(
                "purchaseOrderId",
                of,
                "number",
                number,
                "issuedOn",
                DAY,
                "net",
                Buying.lei(net),
                "tax",
                Buying.lei(tax),
                "lines",
                List.of(Map.of(
                        "lineId",
                        Buying.lineOf(of),
                        "quantity",
                        Van.kilograms(kilograms),
                        "unitPrice",
                        Buying.lei(price))));
    }

    private static ValidatableResponse decided(String invoice, String command) {
        Response decided =
                post(Person.ANA, "/v1/supplier-invoices/" + invoice + "/" + command, Map.of("reason", "Greșit"));
        return decided.then().statusCode(200);
    }

    private static ValidatableResponse seen(String invoice) {
        return get(Person.ANA, "/v1/supplier-invoices/" + invoice).then().statusCode(200);
    }
}
