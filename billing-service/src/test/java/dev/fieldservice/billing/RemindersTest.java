package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers are reminded of what is overdue, once at each level, when a person says so. Nothing is issued while time is ahead. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RemindersTest {

    @Inject
    AgroalDataSource database;

    private final Sold sold = new Sold();
    private final LocalDate today = Sold.today();

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @AfterEach
    void itIsNowAgain() {
        MovableClock.reset();
    }

    @Test
    void whatIsOverdueIsDraftedAndSentWhenAPersonHasAcceptedIt() {
        sold.hasToPayWithin(0);
        String invoice = sold.invoice();
        String number = get(Person.ANA, "/v1/receivables/" + invoice).path("number");
        draft().then().statusCode(409).body("code", equalTo("nothing-overdue"));

        daysPass(7);
        Response draft = draft();

        draft.then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("level", equalTo(1))
                .body("allowedCommands", contains("accept", "drop"))
                .body("items.number", contains(number))
                .body("items[0].daysLate", equalTo(7))
                .body("items[0].open.amount", equalTo(Sold.HOUR));
        Mailbox mailbox = Mailbox.of("contabilitate");
        post(Person.ANA, path(draft) + "/accept", Map.of("to", mailbox.address()))
                .then()
                .statusCode(200)
                .body("state", equalTo("QUEUED"));
        eventually(() -> get(Person.ANA, path(draft)).then().body("state", equalTo("SENT")));
        assertThat(mailbox.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).contains("Notificare de plată", "Payment reminder");
            assertThat(mail.text()).contains(number + ", due on " + today + ": 217.80 RON", "In total 217.80 RON");
        });
        post(Person.ANA, path(draft) + "/accept", Map.of()).then().statusCode(409);
    }

    @Test
    void ofAnInvoiceTheCustomerIsRemindedOnceAtEachLevel() {
        sold.hasToPayWithin(0);
        sold.invoice();
        daysPass(7);
        String first = path(draft());
        post(Person.ANA, first + "/drop", Map.of("reason", "A sunat, plătește mâine"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DROPPED"))
                .body("dropped.reason", equalTo("A sunat, plătește mâine"));

        draft().then().statusCode(409);
        daysPass(20);
        draft().then().statusCode(409);
        daysPass(21);
        draft().then().statusCode(201).body("level", equalTo(2));
    }

    @Test
    void aCustomerHasOneDraftWhichGrows() {
        sold.hasToPayWithin(10);
        sold.invoice();
        sold.hasToPayWithin(0);
        sold.invoice();
        daysPass(7);
        Response first = draft();
        first.then().body("items", hasSize(1)).body("level", equalTo(1));

        daysPass(22);
        Response grown = draft();

        grown.then().statusCode(201).body("items", hasSize(2)).body("level", equalTo(2));
        assertThat(grown.<String>path("id")).isEqualTo(first.path("id"));
        get(Person.ANA, "/v1/reminders?state=DRAFT&customerId=" + sold.customer)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void whatIsPaidMeanwhileIsLeftOut() {
        sold.hasToPayWithin(0);
        String paid = sold.invoice();
        String owed = sold.invoice();
        daysPass(7);
        String draft = path(draft());
        sold.paid(Sold.HOUR, today, paid, Sold.HOUR);

        post(Person.ANA, draft + "/accept", Map.of("to", Mailbox.of("plati").address()))
                .then()
                .statusCode(200)
                .body("items.receivableId", contains(owed));
    }

    @Test
    void whatIsPaidAltogetherIsNotSent() {
        sold.hasToPayWithin(0);
        String invoice = sold.invoice();
        daysPass(7);
        String draft = path(draft());
        sold.paid(Sold.HOUR, today, invoice, Sold.HOUR);

        post(Person.ANA, draft + "/accept", Map.of()).then().statusCode(409).body("code", equalTo("nothing-overdue"));
        post(Person.ANA, draft + "/drop", Map.of("reason", "Plătit")).then().statusCode(200);
    }

    @Test
    void whatTheMailServerRefusedIsSentAgain() throws SQLException {
        sold.hasToPayWithin(0);
        sold.invoice();
        daysPass(7);
        Response draft = draft();
        post(Person.ANA, path(draft) + "/send-again")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
        Mailbox mailbox = Mailbox.of("restante");
        post(Person.ANA, path(draft) + "/accept", Map.of("to", mailbox.address()))
                .then()
                .statusCode(200);
        eventually(() -> get(Person.ANA, path(draft)).then().body("state", equalTo("SENT")));
        post(Person.ANA, path(draft) + "/send-again").then().statusCode(409);
        refused(draft.path("id"));
        get(Person.ANA, path(draft)).then().body("allowedCommands", contains("send-again"));

        post(Person.ANA, path(draft) + "/send-again")
                .then()
                .statusCode(200)
                .body("state", equalTo("QUEUED"))
                .body("failure", nullValue())
                .body("recipient", equalTo(mailbox.address()));

        eventually(() -> get(Person.ANA, path(draft)).then().body("state", equalTo("SENT")));
        assertThat(mailbox.mails())
                .as("as one mail, if the first had arrived after all")
                .hasSize(2)
                .extracting(Mailbox.Mail::id)
                .containsOnly(mailbox.mails().getFirst().id());
    }

    private void refused(String reminder) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update reminder set state = 'FAILED', failure = '550 no such user' where id = '%s'"
                    .formatted(reminder));
        }
    }

    @Test
    void itIsDraftedByItself() {
        sold.hasToPayWithin(0);
        sold.invoice();
        daysPass(50);

        eventually(() -> get(Person.ANA, "/v1/reminders?customerId=" + sold.customer)
                .then()
                .body("items.state", contains("DRAFT")));
    }

    @Test
    void onlyWhoBillsReminds() {
        get(Person.DANA, "/v1/reminders").then().statusCode(403);
        get(Person.ADMIN, "/v1/reminders?customerId=" + sold.customer).then().body("items", empty());
    }

    private Response draft() {
        return post(Person.ANA, "/v1/reminders", Map.of("customerId", sold.customer));
    }

    private static String path(Response draft) {
        return "/v1/reminders/" + draft.then().statusCode(201).extract().<String>path("id");
    }

    /** From the day on which it was issued, when its files are made: what is left over from before a jump of the clock is swept. */
    private void daysPass(int days) {
        List<String> issued = get(Person.ANA, "/v1/invoices?state=ISSUED&limit=200&customerId=" + sold.customer)
                .path("items.id");
        issued.forEach(id -> eventually(() -> given().auth()
                .oauth2(Tokens.of(Person.ANA))
                .get("/v1/invoices/" + id + "/xml")
                .then()
                .statusCode(200)));
        MovableClock.set(Instant.now().plus(Duration.ofDays(days)));
    }
}
