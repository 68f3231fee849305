package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is owed: by when, how old it is, and what a customer is told of it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReceivablesTest {

    private final Sold sold = new Sold();
    private final LocalDate today = Sold.today();

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void whoAgreedOtherwiseHasOtherTermsFromThenOn() {
        String before = sold.invoice();
        sold.hasToPayWithin(14);
        String after = sold.invoice();

        Sold.receivable(before).body("dueDate", equalTo(today.plusDays(30).toString()));
        Sold.receivable(after).body("dueDate", equalTo(today.plusDays(14).toString()));
        get(Person.ANA, "/v1/invoices/" + after)
                .then()
                .body("dueDate", equalTo(today.plusDays(14).toString()));
    }

    @Test
    void termsAreAgreedByWhoHasReadThem() {
        sold.invoice();
        String etag = get(Person.ANA, sold.account()).header("ETag");
        sold.hasToPayWithin(14);

        as(Person.ANA)
                .contentType("application/json")
                .header("If-Match", etag)
                .body(Map.of("paymentDays", 60))
                .put(sold.account())
                .then()
                .statusCode(412);
        get(Person.ANA, sold.account()).then().body("paymentDays", equalTo(14));
        get(Person.ANA, "/v1/customer-accounts/" + UUID.randomUUID()).then().statusCode(404);
    }

    /** Two of 217.80, of the first 100.00 paid, the second credited: 435.60 − 217.80, and of that 117.80 + 217.80 − 217.80 open. */
    @Test
    void howMuchAListIsIsAddedUp() {
        String sums = "/v1/receivables/sums?customerId=" + sold.customer;
        sold.hasToPayWithin(0);
        get(Person.ANA, sums).then().statusCode(200).body("items", hasSize(0));
        String paid = sold.invoice();
        String wrong = sold.invoice();
        sold.paid("100.00", today, paid, "100.00");
        String note = post(Person.ANA, "/v1/invoices/" + wrong + "/credit-notes", Map.of("reason", "Dublat"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post(Person.ANA, "/v1/credit-notes/" + note + "/issue").then().statusCode(200);

        get(Person.ANA, sums)
                .then()
                .statusCode(200)
                .body("items.count", contains(3))
                .body("items[0].total.amount", equalTo("217.80"))
                .body("items[0].total.currency", equalTo("RON"))
                .body("items[0].open.amount", equalTo("117.80"));
        get(Person.ANA, sums + "&state=OVERDUE").then().body("items", hasSize(0));
        get(Person.ANA, sums + "&state=SETTLED").then().body("items", hasSize(0));
        get(Person.ANA, sums + "&state=OPEN&dueBefore=" + today.plusDays(1))
                .then()
                .body("items.count", contains(3));
    }

    @Test
    void whatIsNotCollectedIsListed() {
        sold.hasToPayWithin(0);
        String paid = sold.invoice();
        String draft = sold.draft();
        post(Person.ANA, draft + "/assign-owner", Map.of("ownerId", Person.ANA.id(), "ownerName", "Ana Stan"))
                .then()
                .statusCode(200);
        String owed = post(Person.ANA, draft + "/issue")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        sold.paid(Sold.HOUR, today, paid, Sold.HOUR);
        String of = "/v1/receivables?customerId=" + sold.customer;

        assertThat(ids(of)).containsExactly(paid, owed);
        assertThat(ids(of + "&state=OPEN")).containsExactly(owed);
        assertThat(ids(of + "&state=SETTLED")).containsExactly(paid);
        assertThat(ids(of + "&state=OVERDUE")).as("due today is not overdue").isEmpty();
        assertThat(ids(of + "&state=OPEN&dueBefore=" + today.plusDays(1))).containsExactly(owed);
        assertThat(ids(of + "&state=OPEN&dueBefore=" + today)).isEmpty();
        assertThat(get(Person.ANA, of).<String>path("items[1].owner.name")).isEqualTo("Ana Stan");
    }

    @Test
    void whatIsOwedIsOlderEachDay() {
        sold.hasToPayWithin(10);
        sold.invoice();
        LocalDate due = today.plusDays(10);

        assertThat(sold.ageing(due)).startsWith(Sold.HOUR, "0.00").endsWith("0.00", Sold.HOUR);
        assertThat(sold.ageing(due.plusDays(1)).get(1)).isEqualTo(Sold.HOUR);
        assertThat(sold.ageing(due.plusDays(30)).get(1)).isEqualTo(Sold.HOUR);
        assertThat(sold.ageing(due.plusDays(31)).get(2)).isEqualTo(Sold.HOUR);
        assertThat(sold.ageing(due.plusDays(60)).get(2)).isEqualTo(Sold.HOUR);
        assertThat(sold.ageing(due.plusDays(61)).get(3)).isEqualTo(Sold.HOUR);
        assertThat(sold.ageing(due.plusDays(90)).get(3)).isEqualTo(Sold.HOUR);
        assertThat(sold.ageing(due.plusDays(91)).get(4)).isEqualTo(Sold.HOUR);
    }

    @Test
    void aPastDayIsToldAsItWasBookedByThen() {
        String payment = sold.known().paid("300.00", today.minusDays(10));
        String invoice = sold.invoice();
        Sold.allocate(invoice, payment, Sold.HOUR).then().statusCode(201);

        assertThat(sold.ageing(today.minusDays(1))).startsWith("0.00").endsWith("-300.00", "-300.00");
        assertThat(sold.ageing(today)).startsWith("0.00").endsWith("-82.20", "-82.20");

        post(
                        Person.ANA,
                        "/v1/payments/" + payment + "/take-back",
                        Map.of("reason", "Greșeală", "on", today.minusDays(5).toString()))
                .then()
                .statusCode(200);

        assertThat(sold.ageing(today.minusDays(6))).endsWith("-300.00", "-300.00");
        assertThat(sold.ageing(today)).startsWith(Sold.HOUR).endsWith("0.00", Sold.HOUR);
        assertThat(get(Person.ANA, "/v1/receivables/ageing?customerId=" + sold.customer + "&asOf=" + today.minusDays(5))
                        .<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void theAgeingOfAllComesPageByPage() {
        Sold other = new Sold();
        sold.invoice();
        other.invoice();
        List<String> rows = new ArrayList<>();

        Response page = get(Person.ANA, "/v1/receivables/ageing?limit=10");
        while (page.path("nextCursor") != null) {
            rows.addAll(rows(page));
            page = get(Person.ANA, "/v1/receivables/ageing?limit=10&cursor=" + page.path("nextCursor"));
        }
        rows.addAll(rows(page));

        assertThat(rows)
                .doesNotHaveDuplicates()
                .contains(sold.customer + " RON 217.80", other.customer + " RON 217.80");
        page.then().body("totals.balance.currency", hasItem("RON"));
    }

    private static List<String> rows(Response page) {
        page.then().statusCode(200);
        List<String> customers = page.path("items.customerId");
        return IntStream.range(0, customers.size())
                .mapToObj(i -> "%s %s %s"
                        .formatted(
                                customers.get(i),
                                page.path("items[" + i + "].amounts.balance.currency"),
                                page.path("items[" + i + "].amounts.balance.amount")))
                .toList();
    }

    @Test
    void aStatementTellsWhatWasBookedFromOneDayToAnother() {
        sold.known().paid("50.00", today.minusDays(20));
        sold.paid("10.00", today.minusDays(2));
        String invoice = sold.invoice();
        String number = get(Person.ANA, "/v1/receivables/" + invoice).path("number");

        sold.statement(today.minusDays(10), today)
                .then()
                .statusCode(200)
                .body("opening.amount", equalTo("-50.00"))
                .body("entries.kind", contains("PAYMENT", "INVOICE"))
                .body("entries.amount.amount", contains("-10.00", Sold.HOUR))
                .body("entries.balance.amount", contains("-60.00", "157.80"))
                .body("entries[1].reference", equalTo(number))
                .body("closing.amount", equalTo("157.80"));
        sold.statement(today, today.minusDays(1)).then().statusCode(400);
        sold.statement(today.minusDays(500), today).then().statusCode(400);
    }

    @Test
    void whatWasTakenBackStandsOnTheStatementTwice() {
        String payment = sold.known().paid("50.00", today.minusDays(5));
        post(
                        Person.ANA,
                        "/v1/payments/" + payment + "/take-back",
                        Map.of("reason", "Greșeală", "on", today.minusDays(2).toString()))
                .then()
                .statusCode(200);

        sold.statement(today.minusDays(6), today)
                .then()
                .body("entries.kind", contains("PAYMENT", "TAKEN_BACK"))
                .body("closing.amount", equalTo("0.00"));
        sold.statement(today.minusDays(1), today).then().body("opening.amount", equalTo("0.00"));
    }

    @Test
    void aSpreadsheetReadsTheStatement() {
        sold.known();
        post(
                        Person.ANA,
                        "/v1/payments",
                        Map.of(
                                "customerId",
                                sold.customer,
                                "amount",
                                PriceList.lei("50.00"),
                                "receivedOn",
                                today.toString(),
                                "reference",
                                "=1+1, \"OP\""))
                .then()
                .statusCode(201);

        String file = as(Person.ANA)
                .accept("text/csv")
                .get(sold.account() + "/statement.csv?from=" + today + "&to=" + today)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(file.lines().toList())
                .containsExactly(
                        "bookedOn,kind,reference,dueOn,amount,balance,currency",
                        today + ",OPENING,,,,0.00,RON",
                        today + ",PAYMENT,\"'=1+1, \"\"OP\"\"\",,-50.00,-50.00,RON",
                        today + ",CLOSING,,,,-50.00,RON");
    }

    private static List<String> ids(String list) {
        return get(Person.ANA, list).then().statusCode(200).extract().path("items.id");
    }
}
