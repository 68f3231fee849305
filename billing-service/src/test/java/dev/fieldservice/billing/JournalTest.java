package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each issued document is in the books, once and in balance. */
@QuarkusTest
@WithTestResource(RealServers.class)
class JournalTest {

    private static final String ALWAYS = "?from=2026-01-01&to=2030-12-31";

    @Inject
    AgroalDataSource database;

    private UUID part;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
        part = PriceList.part("100.00");
    }

    @Test
    void anInvoiceIsBookedToTheCustomerByWhatWasSoldAndByTax() {
        post(Person.ANA, "/v1/tax-rules", reduced(part)).then().statusCode(201);
        Job job = new Job("2026-03-02T12:20:00Z").works("LABOUR", 90).works("TRAVEL", 40);
        Response invoice = issued(CostList.closed(job, job.uses(part, "2", "EA")));

        Response entries = entriesOf(invoice.path("id"));

        entries.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("INVOICE"))
                .body("items[0].documentNumber", equalTo(invoice.path("number")))
                .body("items[0].bookedOn", equalTo(invoice.path("issueDate")))
                .body("items[0].customerName", equalTo("Supermarket Cotroceni SRL"))
                .body("items[0].orderId", equalTo(job.order.toString()))
                .body("items[0].exportId", nullValue());
        List<Map<String, Object>> postings = entries.path("items[0].postings");
        assertThat(postings)
                .extracting(JournalTest::words)
                .containsExactly(
                        "4111 RECEIVABLE debit 621.30",
                        "707 PARTS credit 200.00 S 11.00",
                        "704 LABOUR credit 270.00 S 21.00",
                        "704 TRAVEL credit 60.00 S 21.00",
                        "4427 TAX credit 22.00 S 11.00",
                        "4427 TAX credit 69.30 S 21.00");
    }

    @Test
    void aDraftIsNotBookedAndWhatComesToNothingMovesNothing() {
        UUID free = PriceList.part("0.00");
        Job job = Job.ofMarch();
        CostList.closed(job, job.uses(free, "1", "EA"));
        String id = job.invoices().getFirst();
        entriesOf(id).then().body("items", hasSize(0));

        issued(job);

        entriesOf(id).then().body("items", hasSize(0));
    }

    @Test
    void allDebitsComeToAllCredits() {
        issued(CostList.closed(Job.ofMarch().works("LABOUR", 61)));

        Response totals = get(Person.ANA, "/v1/journal-totals" + ALWAYS);

        totals.then().statusCode(200);
        assertThat(sum(totals, "debit")).isPositive().isEqualByComparingTo(sum(totals, "credit"));
        assertThat(totals.<List<String>>path("accounts.account")).contains("4111", "4427", "704");
        get(Person.ANA, "/v1/journal-totals?from=2020-01-01&to=2020-12-31")
                .then()
                .body("accounts", hasSize(0));
    }

    @Test
    void theDatabaseTakesNoEntryThatIsNotInBalanceAndChangesNone() {
        issued(CostList.closed(Job.ofMarch().works("LABOUR", 60)));

        assertThatThrownBy(() -> execute(entry() + posting(1, "4111", "10.00", "0")))
                .hasMessageContaining("not in balance");
        assertThatThrownBy(() -> execute(entry())).hasMessageContaining("not in balance");
        assertThatThrownBy(() -> execute("""
                        insert into journal_posting (id, entry_id, position, purpose, account, debit, credit)
                        select gen_random_uuid(), id, 99, 'BANK', '5121', 1, 0 from journal_entry limit 1;""")).hasMessageContaining("not in balance");
        assertThatThrownBy(() -> execute("update journal_posting set debit = debit + 1"))
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> execute("update journal_entry set booked_on = booked_on - 1"))
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> execute("delete from journal_entry")).hasMessageContaining("only ever added to");
        var _ = post(Person.ANA, "/v1/journal-exports", Map.of("upTo", "2030-12-31"));
        assertThatThrownBy(() -> execute("update journal_entry set export_id = null where export_id is not null"))
                .hasMessageContaining("only ever added to");
    }

    private static String entry() {
        return """
                insert into journal_entry (id, kind, document_id, document_number, booked_on, customer_id, customer_name, currency, revenue)
                values ('00000000-0000-7000-8000-00000000000a', 'PAYMENT', gen_random_uuid(), 'OP 1', '2026-03-02',
                        gen_random_uuid(), 'Nimeni', 'RON', 0);""";
    }

    private static String posting(int position, String account, String debit, String credit) {
        return """
                insert into journal_posting (id, entry_id, position, purpose, account, debit, credit)
                values (gen_random_uuid(), '00000000-0000-7000-8000-00000000000a', %d, 'BANK', '%s', %s, %s);""".formatted(position, account, debit, credit);
    }

    private static Map<String, Object> reduced(UUID part) {
        return Map.of(
                "partId",
                part,
                "category",
                "S",
                "level",
                "REDUCED",
                "reason",
                "Cota redusă",
                "validFrom",
                PriceList.FROM);
    }

    @CanIgnoreReturnValue
    private static Response issued(Job job) {
        Response answer = post(Person.ANA, job.invoice() + "/issue");
        answer.then().statusCode(200);
        return answer;
    }

    private static Response entriesOf(String document) {
        return get(Person.ANA, "/v1/journal-entries" + ALWAYS + "&documentId=" + document);
    }

    private static String words(Map<String, Object> posting) {
        String side = posting.containsKey("debit") ? "debit" : "credit";
        Object amount = ((Map<?, ?>) posting.get(side)).get("amount");
        String tax = posting.containsKey("taxCategory")
                ? " %s %s".formatted(posting.get("taxCategory"), posting.get("taxPercent"))
                : "";
        return "%s %s %s %s%s".formatted(posting.get("account"), posting.get("purpose"), side, amount, tax);
    }

    private static BigDecimal sum(Response totals, String side) {
        return totals.<List<String>>path("accounts.%s.amount".formatted(side)).stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
