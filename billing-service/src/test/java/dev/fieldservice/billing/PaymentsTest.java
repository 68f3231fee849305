package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers pay, for what, and what is taken back. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PaymentsTest {

    private final Sold sold = new Sold();
    private final LocalDate today = Sold.today();

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void anIssuedInvoiceIsOwedUntilItIsPaid() {
        String invoice = sold.invoice();
        Sold.receivable(invoice).body("open.amount", equalTo(Sold.HOUR)).body("settledOn", nullValue());
        get(Person.ANA, "/v1/invoices/" + invoice).then().body("payment.open.amount", equalTo(Sold.HOUR));

        String payment = sold.paid(Sold.HOUR, today, invoice, Sold.HOUR);

        Sold.receivable(invoice).body("open.amount", equalTo("0.00")).body("settledOn", equalTo(today.toString()));
        Sold.payment(payment).body("unallocated.amount", equalTo("0.00")).body("amount.amount", equalTo(Sold.HOUR));
        JsonNode told = Events.awaitOne(Topics.INVOICE_PAID, UUID.fromString(invoice));
        assertThat(told.at("/total/amount").asText()).isEqualTo(Sold.HOUR);
        assertThat(told.at("/customerId").asText()).isEqualTo(sold.customer.toString());
        assertThat(told.at("/settledOn").asText()).isEqualTo(today.toString());
        get(Person.ANA, "/v1/invoices/" + invoice)
                .then()
                .body("state", equalTo("ISSUED"))
                .body("payment.open.amount", equalTo("0.00"))
                .body("payment.settledOn", equalTo(today.toString()));
        get(Person.ANA, "/v1/allocations?itemId=" + invoice)
                .then()
                .body("items", hasSize(1))
                .body("items[0].creditId", equalTo(payment));
    }

    @Test
    void oneWhoHasTheInvoiceAlreadyIsToldThatItIsPaidNow() {
        String invoice = sold.invoice();
        String etag = get(Person.ANA, "/v1/invoices/" + invoice).header("ETag");

        sold.paid("17.80", today, invoice, "17.80");

        as(Person.ANA)
                .header("If-None-Match", etag)
                .get("/v1/invoices/" + invoice)
                .then()
                .statusCode(200)
                .body("payment.open.amount", equalTo("200.00"));
    }

    @Test
    void aDraftIsNotOwed() {
        String draft = sold.draft();

        get(Person.ANA, draft).then().body("payment", nullValue());
        get(Person.ANA, "/v1/receivables?customerId=" + sold.customer).then().body("items", hasSize(0));
    }

    @Test
    void onePaymentPaysSeveralInvoicesAndWhatIsLeftStaysUnallocated() {
        String first = sold.invoice();
        String second = sold.invoice();

        String payment = sold.paid("500.00", today, first, Sold.HOUR, second, "100.00");

        Sold.payment(payment).body("unallocated.amount", equalTo("182.20"));
        Sold.receivable(second).body("open.amount", equalTo("117.80"));
        assertThat(unallocatedOf(sold.customer)).containsExactly(payment);
        Sold.allocate(second, payment, "117.80").then().statusCode(201);
        Sold.payment(payment).body("unallocated.amount", equalTo("64.40"));
        Sold.receivable(second).body("open.amount", equalTo("0.00"));
    }

    @Test
    void nothingIsPaidBeyondItsTotalNorAPaymentUsedBeyondItsAmount() {
        String invoice = sold.invoice();

        sold.pays("500.00", today, invoice, "217.81")
                .then()
                .statusCode(422)
                .body("code", equalTo("more-than-open"))
                .body("errors[0].pointer", equalTo("/allocations/0/amount"));
        sold.pays("100.00", today, invoice, "60.00", invoice, "50.00")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/allocations/1/amount"));
        Sold.receivable(invoice).body("open.amount", equalTo(Sold.HOUR));
        assertThat(get(Person.ANA, "/v1/payments?customerId=" + sold.customer).<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void aPaymentIsOfSomeAmountAndOfADayThatHasCome() {
        sold.invoice();

        sold.pays("0.00", today).then().statusCode(422).body("code", equalTo("zero"));
        sold.pays("10.00", today.plusDays(1)).then().statusCode(422).body("code", equalTo("in-the-future"));
        Map<String, Object> wrongAccount = Map.of(
                "customerId",
                sold.customer,
                "amount",
                PriceList.lei("10.00"),
                "receivedOn",
                today.toString(),
                "payerIban",
                "RO49AAAA1B31007593840001");
        post(Person.ANA, "/v1/payments", wrongAccount)
                .then()
                .statusCode(422)
                .body("code", equalTo("wrong-check-digits"));
    }

    @Test
    void anotherCustomersInvoiceIsAnsweredLikeOneThatDoesNotExist() {
        sold.invoice();
        String foreign = new Sold().invoice();

        String answered = impersonal(sold.pays("10.00", today, foreign, "10.00"), foreign);
        String random = UUID.randomUUID().toString();

        assertThat(answered).isEqualTo(impersonal(sold.pays("10.00", today, random, "10.00"), random));
    }

    private static String impersonal(Response answer, String id) {
        answer.then().statusCode(422).body("code", equalTo("unknown-reference"));
        return answer.<String>path("detail") + answer.<Object>path("errors");
    }

    @Test
    void aCustomerOfWhomNothingWasHeardPaysNothing() {
        new Sold().pays("10.00", today).then().statusCode(422).body("errors[0].pointer", equalTo("/customerId"));
    }

    @Test
    void onlyAmountsOfOneCustomerAndOneCurrencyAreSetAgainstEachOther() {
        String invoice = sold.invoice();
        Sold other = new Sold();
        other.invoice();
        String foreign = other.paid("50.00", today);
        Map<String, Object> euros = Map.of(
                "customerId",
                sold.customer,
                "amount",
                Map.of("amount", "50.00", "currency", "EUR"),
                "receivedOn",
                today.toString());
        String inEuros = post(Person.ANA, "/v1/payments", euros)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Sold.allocate(invoice, foreign, "10.00").then().statusCode(422).body("code", equalTo("other-customer"));
        Sold.allocate(invoice, inEuros, "10.00").then().statusCode(422).body("code", equalTo("other-currency"));
        String own = sold.paid("50.00", today);
        Sold.allocate(own, invoice, "10.00").then().statusCode(422).body("code", equalTo("same-side"));
        Sold.allocate(invoice, own, "-10.00").then().statusCode(422).body("code", equalTo("not-positive"));
    }

    @Test
    void anAllocationThatIsUndoneLeavesBothOpenAndStaysToBeSeen() {
        String invoice = sold.invoice();
        String payment = sold.paid("100.00", today, invoice, "100.00");
        String allocation = get(Person.ANA, "/v1/allocations?itemId=" + payment).path("items[0].id");

        undo(allocation).then().statusCode(200).body("undone.reason", equalTo("A fost pentru alta"));

        Sold.receivable(invoice).body("open.amount", equalTo(Sold.HOUR));
        Sold.payment(payment).body("unallocated.amount", equalTo("100.00"));
        undo(allocation).then().statusCode(409).body("code", equalTo("already-undone"));
        get(Person.ANA, "/v1/allocations/" + allocation).then().body("undoneOn", equalTo(today.toString()));
    }

    private static Response undo(String allocation) {
        return post(Person.ANA, "/v1/allocations/" + allocation + "/undo", Map.of("reason", "A fost pentru alta"));
    }

    @Test
    void whatIsTakenBackCountsNoMoreAndWhatItPaidIsOwedAgain() {
        String first = sold.invoice();
        String second = sold.invoice();
        String payment = sold.paid("500.00", today.minusDays(3), first, Sold.HOUR, second, "100.00");

        takeBack(payment, today.minusDays(4)).then().statusCode(422).body("code", equalTo("before-payment"));
        takeBack(payment, today.minusDays(1)).then().statusCode(200).body("unallocated.amount", equalTo("0.00"));

        Sold.receivable(first).body("open.amount", equalTo(Sold.HOUR)).body("settledOn", nullValue());
        Sold.receivable(second).body("open.amount", equalTo(Sold.HOUR));
        takeBack(payment, today).then().statusCode(409).body("code", equalTo("payment-taken-back"));
        Sold.allocate(first, payment, "10.00").then().statusCode(422).body("code", equalTo("more-than-open"));
        assertThat(unallocatedOf(sold.customer)).isEmpty();
    }

    private static Response takeBack(String payment, LocalDate on) {
        return post(
                Person.ANA,
                "/v1/payments/" + payment + "/take-back",
                Map.of("reason", "Cec fără acoperire", "on", on.toString()));
    }

    @Test
    void whatWasPaidTooMuchIsPaidBack() {
        String invoice = sold.invoice();
        String payment = sold.paid("300.00", today, invoice, Sold.HOUR);

        String refund = sold.paid("-82.20", today);
        Sold.payment(refund).body("unallocated.amount", equalTo("-82.20"));
        Sold.allocate(refund, payment, "82.20").then().statusCode(201);

        Sold.payment(payment).body("unallocated.amount", equalTo("0.00"));
        Sold.payment(refund).body("unallocated.amount", equalTo("0.00"));
        get(Person.ANA, sold.account() + "/balances").then().body("items[0].balance.amount", equalTo("0.00"));
    }

    @Test
    void aRepeatedPaymentIsRecordedOnce() throws Exception {
        sold.invoice();
        String key = UUID.randomUUID().toString();
        Map<String, Object> payment =
                Map.of("customerId", sold.customer, "amount", PriceList.lei("10.00"), "receivedOn", today.toString());

        List<Response> answers = atOnce(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Response>) () -> post(Person.ANA, key, "/v1/payments", payment))
                .toList());

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        get(Person.ANA, "/v1/payments?customerId=" + sold.customer).then().body("items", hasSize(1));
    }

    @Test
    void manyWhoAllocateAtOnceNeverPayMoreThanIsOwed() throws Exception {
        String invoice = sold.invoice();
        List<String> payments =
                IntStream.range(0, 16).mapToObj(i -> sold.paid("50.00", today)).toList();

        List<Response> answers = atOnce(payments.stream()
                .map(payment -> (Callable<Response>) () -> Sold.allocate(invoice, payment, "50.00"))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(4);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 422))
                .hasSize(12);
        Sold.receivable(invoice).body("open.amount", equalTo("17.80"));
        assertThat(unallocatedOf(sold.customer)).hasSize(12);
    }

    @Test
    void paymentsAreFoundByWhatIsKnownOfThem() {
        String invoice = sold.invoice();
        String payment = sold.paid("10.00", today.minusDays(1), invoice, "10.00");
        String of = "/v1/payments?customerId=" + sold.customer;

        assertThat(ids(of + "&unallocated=false")).containsExactly(payment);
        assertThat(ids(of + "&unallocated=true")).isEmpty();
        assertThat(ids(of + "&assigned=true&receivedFrom=" + today.minusDays(1) + "&receivedTo=" + today.minusDays(1)))
                .containsExactly(payment);
        assertThat(ids(of + "&receivedFrom=" + today)).isEmpty();
        get(Person.ANA, "/v1/payments?receivedFrom=%2B12026-01-01").then().statusCode(400);
    }

    @Test
    void onlyWhoBillsSeesWhatWasPaid() {
        for (String path : List.of("/v1/payments", "/v1/receivables", "/v1/receivables/ageing", "/v1/allocations")) {
            get(Person.DANA, path).then().statusCode(403);
            get(Person.ADMIN, path).then().statusCode(200);
        }
        get(Person.DANA, sold.account()).then().statusCode(403);
    }

    private static List<String> unallocatedOf(UUID customer) {
        return ids("/v1/payments?unallocated=true&customerId=" + customer);
    }

    private static List<String> ids(String list) {
        return get(Person.ANA, list).then().statusCode(200).extract().path("items.id");
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
