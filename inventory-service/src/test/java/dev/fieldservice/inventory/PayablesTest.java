package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What suppliers ask for is held against what was ordered and came, and is paid when it is due. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PayablesTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Bucharest"));

    private Buying buying;
    private UUID order;

    @BeforeEach
    void somethingIsOrdered() {
        buying = Buying.inLei();
        order = buying.ordered("20", "214.55");
    }

    @Test
    void whatCameAtThePriceAtWhichItCameIsToBePaidAsAgreed() {
        Buying.receives(order, "AV 1", "8").then().statusCode(200);
        Response invoice = invoice("FT 1", "8", "214.55", "1716.40");
        invoice.then()
                .statusCode(201)
                .body("state", equalTo("TO_PAY"))
                .body("findings", empty())
                .body("dueOn", equalTo(TODAY.minusDays(5).plusDays(30).toString()))
                .body("total.amount", equalTo("2076.84"));
        Buying.read(order).then().body("lines[0].invoiced.amount", equalTo("8.000"));

        decide(invoice, "pay", Map.of("paidOn", TODAY.toString()))
                .then()
                .statusCode(200)
                .body("state", equalTo("PAID"));
        decide(invoice, "reopen", Map.of("reason", "Plata s-a întors"))
                .then()
                .body("state", equalTo("TO_PAY"))
                .body("allowedCommands", contains("reject", "pay"));
        decide(invoice, "pay", Map.of("paidOn", TODAY.plusDays(2).toString()))
                .then()
                .statusCode(422)
                .body("code", equalTo("in-the-future"));
    }

    @Test
    void moreThanCameAtAnotherPriceOrSumIsInQuestionAndSaysWhy() {
        Buying.receives(order, "AV 1", "8").then().statusCode(200);
        Response invoice = invoice("FT 2", "12", "220.00", "2640.01");
        invoice.then()
                .statusCode(201)
                .body("state", equalTo("IN_QUESTION"))
                .body("findings.kind", contains("MORE_THAN_RECEIVED", "OTHER_PRICE", "OTHER_SUM"))
                .body("findings[1].detail", endsWith("220.00 is invoiced, 214.5500 was agreed"));

        decide(invoice, "approve", Map.of("reason", "Preț nou, acceptat la telefon"))
                .then()
                .statusCode(200)
                .body("state", equalTo("TO_PAY"))
                .body("decidedBecause", equalTo("Preț nou, acceptat la telefon"));
    }

    @Test
    void whatCameMeanwhileIsMatchedAnew() {
        Response invoice = invoice("FT 3", "8", "214.55", "1716.40");
        invoice.then().body("state", equalTo("IN_QUESTION"));
        decide(invoice, "match", null).then().statusCode(200).body("state", equalTo("IN_QUESTION"));
        Buying.receives(order, "AV 1", "8").then().statusCode(200);

        decide(invoice, "match", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("TO_PAY"))
                .body("findings", empty());
        decide(invoice, "match", null).then().statusCode(409);
    }

    @Test
    void aNumberOfASupplierComesOnceUnlessItWasRejected() {
        Buying.receives(order, "AV 1", "8").then().statusCode(200);
        Response invoice = invoice("FT 4", "8", "214.55", "1716.40");
        invoice("ft4", "1", "214.55", "214.55").then().statusCode(409).body("code", equalTo("invoice-known"));
        decide(invoice, "reject", Map.of("reason", "Nu este a noastră"))
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        Buying.read(order).then().body("lines[0].invoiced.amount", equalTo("0.000"));

        invoice("FT 4", "8", "214.55", "1716.40").then().statusCode(201).body("state", equalTo("TO_PAY"));
        invoice("FT 5", "1", "214.55", "214.55").then().body("findings.kind", contains("MORE_THAN_RECEIVED"));
    }

    @Test
    void whichInvoicesWeHaveToPayIsListedByTheDayTheyAreDueAndAddedUp() {
        BigDecimal before = total("toPay");
        BigDecimal overdue = total("overdue");
        Buying.receives(order, "AV 1", "20").then().statusCode(200);
        Map<String, Object> late = details("FT 6", "10", "214.55", "2145.50");
        late.put("dueOn", TODAY.minusDays(3).toString());
        String first = recorded(late).path("id");
        Map<String, Object> soon = details("FT 7", "10", "214.55", "2145.50");
        soon.put("dueOn", TODAY.plusDays(3).toString());
        String second = recorded(soon).path("id");

        assertThat(total("toPay").subtract(before)).isEqualByComparingTo("5192.12");
        assertThat(total("overdue").subtract(overdue)).isEqualByComparingTo("2596.06");
        List<Map<String, Object>> items =
                get(Person.ANA, "/v1/payables?limit=200").path("items");
        assertThat(items).extracting(each -> each.get("supplierInvoiceId")).containsSubsequence(first, second);
        assertThat(items)
                .filteredOn(each -> each.get("supplierInvoiceId").equals(first))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("daysOverdue", 3));
        List<String> until =
                get(Person.ANA, "/v1/payables?limit=200&dueUntil=" + TODAY).path("items.supplierInvoiceId");
        assertThat(until).contains(first).doesNotContain(second);
        String cursor = get(Person.ANA, "/v1/payables?limit=1").path("nextCursor");
        get(Person.ANA, "/v1/payables?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items[0].supplierInvoiceId", equalTo(items.get(1).get("supplierInvoiceId")));
        get(Person.BOGDAN, "/v1/payables").then().statusCode(403);
    }

    private static BigDecimal total(String which) {
        List<Map<String, Map<String, String>>> items =
                get(Person.ANA, "/v1/payable-totals").path("items");
        return items.isEmpty()
                ? BigDecimal.ZERO
                : new BigDecimal(items.getFirst().get(which).get("amount"));
    }

    private Response invoice(String number, String kilograms, String price, String net) {
        return recorded(details(number, kilograms, price, net));
    }

    private static Response recorded(Map<String, Object> details) {
        return post(Person.ANA, "/v1/supplier-invoices", details);
    }

    private Map<String, Object> details(String number, String kilograms, String price, String net) {
        BigDecimal tax = new BigDecimal(net).multiply(new BigDecimal("0.21")).setScale(2, RoundingMode.HALF_UP);
        return new HashMap<>(Map.of(
                "purchaseOrderId",
                order,
                "number",
                number,
                "issuedOn",
                TODAY.minusDays(5).toString(),
                "net",
                Buying.lei(net),
                "tax",
                Buying.lei(tax.toPlainString()),
                "lines",
                List.of(Map.of(
                        "lineId",
                        Buying.lineOf(order),
                        "quantity",
                        Van.kilograms(kilograms),
                        "unitPrice",
                        Buying.lei(price)))));
    }

    private static Response decide(Response invoice, String command, Map<String, ?> body) {
        String path = "/v1/supplier-invoices/" + invoice.path("id") + "/" + command;
        return body == null ? post(Person.ANA, path) : post(Person.ANA, path, body);
    }
}
