package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What suppliers ask for without an order, for several at once, and what they credit. */
@QuarkusTest
@WithTestResource(RealServers.class)
class BillsAndCreditsTest {

    private static final LocalDate YESTERDAY =
            LocalDate.now(ZoneId.of("Europe/Bucharest")).minusDays(1);

    private static final Map<String, ?> WHY = Map.of("reason", "Verificat cu contractul");

    private Buying buying;

    @BeforeEach
    void thereIsASupplier() {
        buying = Buying.inLei();
    }

    @Test
    void aBillOfNothingThatWasOrderedIsApprovedBySomebodyElse() {
        BigDecimal before = toPay();
        entered(bill("50.00", "10.50")).statusCode(422).body("code", equalTo("subject-missing"));
        Map<String, Object> phone = phone("100.00", "21.00");
        phone.put("dueOn", YESTERDAY.toString());
        String id = entered(phone)
                .statusCode(201)
                .body("state", equalTo("IN_QUESTION"))
                .body("kind", equalTo("INVOICE"))
                .body("findings.kind", contains("NO_ORDER"))
                .body("purchaseOrderId", nullValue())
                .extract()
                .path("id");
        decided(Person.ANA, id, "match", null).statusCode(200).body("state", equalTo("IN_QUESTION"));
        decided(Person.ANA, id, "approve", WHY).statusCode(403).body("code", equalTo("entered-it-yourself"));
        assertThat(toPay()).isEqualByComparingTo(before);

        decided(Person.ADMIN, id, "approve", WHY).statusCode(200).body("state", equalTo("TO_PAY"));

        assertThat(toPay().subtract(before)).isEqualByComparingTo("121.00");
        get(Person.ANA, "/v1/payables?limit=200").then().body("items.supplierInvoiceId", hasItem(id));
        decided(Person.ANA, id, "pay", Map.of("paidOn", YESTERDAY.toString())).statusCode(200);
        decided(Person.ANA, id, "reopen", Map.of("reason", "Plata s-a întors"))
                .statusCode(200)
                .body("state", equalTo("TO_PAY"));
        assertThat(toPay().subtract(before)).isEqualByComparingTo("121.00");
    }

    @Test
    void anInvoiceOfSeveralOrdersIsHeldAgainstAllOfThem() {
        UUID first = buying.ordered("10", "10.00");
        UUID second = buying.ordered("10", "20.00");
        Buying.receives(first, "AV 1", "10").then().statusCode(200);
        String receipt = Buying.receives(second, "AV 2", "10").path("receipts[0].receiptId");

        String id = entered(ofOrders(first, "10.00", second, "20.00", "300.00", "63.00"))
                .statusCode(201)
                .body("state", equalTo("TO_PAY"))
                .body("lines.purchaseOrderId", equalTo(List.of(first.toString(), second.toString())))
                .body("purchaseOrderId", nullValue())
                .extract()
                .path("id");

        for (UUID order : List.of(first, second)) {
            Buying.read(order).then().body("lines[0].invoiced.amount", equalTo("10.000"));
            get(Person.ANA, "/v1/supplier-invoices?purchaseOrderId=" + order)
                    .then()
                    .body("items.id", contains(id));
        }
        entered(ofOrders(first, "10.00", second, "20.00", "300.00", "63.00"))
                .statusCode(201)
                .body("state", equalTo("IN_QUESTION"))
                .body("findings.kind", contains("MORE_THAN_RECEIVED", "MORE_THAN_RECEIVED"));
        buying.van().takeBack(UUID.fromString(receipt));
        get(Person.ANA, "/v1/supplier-invoices/" + id)
                .then()
                .body("state", equalTo("IN_QUESTION"))
                .body("findings.kind", contains("MORE_THAN_RECEIVED", "MORE_THAN_RECEIVED"));
        decided(Person.ANA, id, "reject", WHY).statusCode(200);
        Buying.read(first).then().body("lines[0].invoiced.amount", equalTo("10.000"));
    }

    @Test
    void whatIsInvoicedTogetherIsOfOneSupplier() {
        UUID order = buying.ordered("10", "10.00");
        UUID others = Buying.inLei().ordered("10", "10.00");
        entered(ofOrders(order, "10.00", others, "10.00", "200.00", "42.00"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/1/lineId"));
        Map<String, Object> neither = phone("1.00", "0.00");
        neither.remove("supplierId");
        entered(neither).statusCode(422).body("code", equalTo("supplier-missing"));
        Map<String, Object> foreign = phone("1.00", "0.00");
        foreign.put("net", Map.of("amount", "1.00", "currency", "EUR"));
        entered(foreign).statusCode(422).body("code", equalTo("other-currency"));
        Map<String, Object> empty = bill("1.00", "0.00");
        empty.put("purchaseOrderId", order);
        entered(empty).statusCode(422).body("code", equalTo("lines-missing"));
    }

    @Test
    void whatIsCreditedIsTakenOffWhatIsToBePaid() {
        String goingBack = returned();
        entered(credit(goingBack, "-50.00", "-10.50")).statusCode(409).body("code", equalTo("not-sent"));
        post(Person.STELA, "/v1/supplier-returns/" + goingBack + "/send").then().statusCode(200);
        BigDecimal before = toPay();
        entered(credit(goingBack, "50.00", "10.50")).statusCode(422).body("code", equalTo("not-negative"));

        Map<String, Object> credit = credit(goingBack, "-50.00", "-10.50");
        credit.put("dueOn", YESTERDAY.toString());
        String id = entered(credit)
                .statusCode(201)
                .body("state", equalTo("TO_PAY"))
                .body("kind", equalTo("CREDIT_NOTE"))
                .body("total.amount", equalTo("-60.50"))
                .extract()
                .path("id");

        assertThat(toPay().subtract(before)).isEqualByComparingTo("-60.50");
        seen(goingBack).body("state", equalTo("CREDITED")).body("creditNote", equalTo(credit.get("number")));
        get(Person.ANA, "/v1/supplier-invoices?supplierReturnId=" + goingBack)
                .then()
                .body("items.id", contains(id));
        List<Map<String, Object>> payables =
                get(Person.ANA, "/v1/payables?limit=200").path("items");
        assertThat(payables)
                .filteredOn(each -> each.get("supplierInvoiceId").equals(id))
                .singleElement()
                .satisfies(each ->
                        assertThat(each).containsEntry("kind", "CREDIT_NOTE").containsEntry("daysOverdue", 0));
        entered(credit(goingBack, "-50.00", "-10.50")).statusCode(409).body("code", equalTo("return-credited"));
        decided(Person.ANA, id, "reject", WHY).statusCode(200);
        seen(goingBack).body("state", equalTo("SENT")).body("creditNote", nullValue());
        assertThat(toPay()).isEqualByComparingTo(before);
    }

    /** Somebody may have it from the supplier on paper: a note that is entered and rejected takes nothing of that back. */
    @Test
    void whatAPersonSaysIsCreditedStands() {
        String goingBack = returned();
        post(Person.STELA, "/v1/supplier-returns/" + goingBack + "/send").then().statusCode(200);
        Map<String, Object> credit = credit(goingBack, "-50.00", "-10.50");
        post(Person.BOGDAN, "/v1/supplier-returns/" + goingBack + "/credit", Map.of("creditNote", credit.get("number")))
                .then()
                .statusCode(200);
        String id = entered(credit).statusCode(201).extract().path("id");

        decided(Person.ANA, id, "reject", WHY).statusCode(200);

        seen(goingBack).body("state", equalTo("CREDITED")).body("creditNote", equalTo(credit.get("number")));
    }

    @Test
    void whatIsCreditedOtherwiseThanItWentBackIsInQuestion() {
        String goingBack = returned();
        post(Person.STELA, "/v1/supplier-returns/" + goingBack + "/send").then().statusCode(200);

        entered(credit(goingBack, "-40.00", "-15.00"))
                .statusCode(201)
                .body("state", equalTo("IN_QUESTION"))
                .body("findings.kind", contains("OTHER_SUM", "OTHER_SUM"))
                .body("findings[0].detail", equalTo("50.00 went back, 40.00 is credited"));
    }

    /** Five kilograms at ten; a draft's id. */
    private String returned() {
        String receipt =
                Buying.receives(buying.ordered("10", "10.00"), "AV 1", "10").path("receipts[0].receiptId");
        return Buying.id(post(
                        Person.STELA,
                        "/v1/supplier-returns",
                        Map.of(
                                "supplierId",
                                buying.supplier(),
                                "lines",
                                List.of(Map.of("receiptId", receipt, "quantity", Van.kilograms("5"))))))
                .toString();
    }

    private static ValidatableResponse seen(String goingBack) {
        return get(Person.STELA, "/v1/supplier-returns/" + goingBack).then().statusCode(200);
    }

    private Map<String, Object> credit(String goingBack, String net, String tax) {
        Map<String, Object> credit = bill(net, tax);
        credit.remove("supplierId");
        credit.put("supplierReturnId", goingBack);
        return credit;
    }

    private Map<String, Object> ofOrders(
            UUID first, String price, UUID second, String otherPrice, String net, String tax) {
        Map<String, Object> invoice = bill(net, tax);
        invoice.put("lines", List.of(line(first, price), line(second, otherPrice)));
        return invoice;
    }

    private static Map<String, Object> line(UUID order, String price) {
        return Map.of("lineId", Buying.lineOf(order), "quantity", Van.kilograms("10"), "unitPrice", Buying.lei(price));
    }

    private Map<String, Object> phone(String net, String tax) {
        Map<String, Object> phone = bill(net, tax);
        phone.put("subject", "Telefon, martie");
        return phone;
    }

    private Map<String, Object> bill(String net, String tax) {
        return new HashMap<>(Map.of(
                "supplierId",
                buying.supplier(),
                "number",
                "FT " + UUID.randomUUID(),
                "issuedOn",
                YESTERDAY.toString(),
                "net",
                Buying.lei(net),
                "tax",
                Buying.lei(tax)));
    }

    private static ValidatableResponse entered(Map<String, Object> invoice) {
        return post(Person.ANA, "/v1/supplier-invoices", invoice).then();
    }

    private static ValidatableResponse decided(Person who, String id, String command, Map<String, ?> body) {
        String path = "/v1/supplier-invoices/" + id + "/" + command;
        return (body == null ? post(who, path) : post(who, path, body)).then();
    }

    /** In lei, of all tests. */
    private static BigDecimal toPay() {
        List<Map<String, Map<String, String>>> totals =
                get(Person.ANA, "/v1/payable-totals").path("items.findAll { it.toPay.currency == 'RON' }");
        return totals.isEmpty()
                ? BigDecimal.ZERO
                : new BigDecimal(totals.getFirst().get("toPay").get("amount"));
    }
}
