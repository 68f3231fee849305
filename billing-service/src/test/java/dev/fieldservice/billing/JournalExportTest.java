package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the books is handed over once, whoever exports at the same time. */
@QuarkusTest
@WithTestResource(RealServers.class)
class JournalExportTest {

    private static final String ALWAYS = "?from=2026-01-01&to=2030-12-31";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void eachEntryIsInOneExportHoweverManyExportAtOnce() throws Exception {
        List<Job> jobs = IntStream.range(0, 12)
                .mapToObj(i -> Job.ofMarch().works("LABOUR", 60 + i))
                .toList();
        jobs.forEach(CostList::closed);
        List<Callable<Response>> work = Stream.concat(
                        jobs.stream().map(job -> (Callable<Response>) () -> issued(job)),
                        IntStream.range(0, 8).mapToObj(i -> (Callable<Response>) JournalExportTest::export))
                .toList();

        List<Response> answers = atOnce(work);
        Response last = export();

        List<Response> exports = Stream.concat(answers.subList(12, 20).stream(), Stream.of(last))
                .filter(answer -> answer.statusCode() == 201)
                .toList();
        assertThat(Stream.concat(answers.stream(), Stream.of(last)).map(Response::statusCode))
                .containsOnly(200, 201, 409);
        for (Response made : exports) {
            assertThat(lines(made).stream().map(JournalExportTest::entry).distinct())
                    .hasSize(made.<Integer>path("entries"));
        }
        List<String> exported = allExports()
                .flatMap(path ->
                        lines(path).stream().map(JournalExportTest::entry).distinct())
                .toList();
        assertThat(exported).doesNotHaveDuplicates();
        assertThat(count("journal_entry")).isEqualTo(exported.size());
        answers.subList(0, 12)
                .forEach(invoice -> entriesOf(invoice.path("id")).then().body("items[0].exportId", notNullValue()));
        export().then().statusCode(409).body("code", equalTo("nothing-to-export"));
    }

    @Test
    void anExportIsTheSameBytesForEver() {
        Response invoice = issued(CostList.closed(Job.ofMarch().works("LABOUR", 60)));
        Response made = export();
        made.then().statusCode(201).body("complete", equalTo(true)).body("makerName", equalTo("Ana Stan"));
        String path = made.header("Location") + "/content";
        byte[] first = taking(path).then().statusCode(200).extract().asByteArray();

        issued(CostList.closed(Job.ofMarch().works("LABOUR", 30)));
        export().then().statusCode(201);

        assertThat(taking(path).asByteArray()).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.UTF_8))
                .startsWith(
                        "bookedOn,kind,document,customer,account,debit,credit,currency,taxCategory,taxPercent,entryId\r\n")
                .contains("%s,INVOICE,%s,Supermarket Cotroceni SRL,4111,217.80,,RON,,,"
                        .formatted(invoice.path("issueDate"), invoice.path("number")))
                .contains(",704,,180.00,RON,S,21.00,")
                .contains(",4427,,37.80,RON,S,21.00,");
    }

    @Test
    void whatIsBookedLaterWaitsForTheNextExport() {
        issued(CostList.closed(Job.ofMarch().works("LABOUR", 60)));
        post(Person.ANA, "/v1/journal-exports", Map.of("upTo", "2020-01-01"))
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-export"));
        post(Person.ANA, "/v1/journal-exports", Map.of("upTo", "+99999-01-01"))
                .then()
                .statusCode(400);
        export().then().statusCode(201);
    }

    @Test
    void anExportTakesSoManyEntriesAndSaysWhetherThatWasAll() throws SQLException {
        execute("""
                with made as (
                    insert into journal_entry (id, kind, document_id, document_number, booked_on, customer_id, customer_name,
                           currency, revenue)
                    select gen_random_uuid(), 'PAYMENT', gen_random_uuid(), 'OP ' || g, '2001-01-01', gen_random_uuid(), 'Client',
                           'RON', 0
                      from generate_series(1, 5001) g returning id)
                insert into journal_posting (id, entry_id, position, purpose, account, debit, credit)
                select gen_random_uuid(), made.id, position, purpose, account, debit, credit
                  from made, (values (1, 'RECEIVABLE', '4111', 0, 1), (2, 'BANK', '5121', 1, 0))
                       as side (position, purpose, account, debit, credit)""");

        Response first = export("2001-01-01");
        first.then().statusCode(201).body("entries", equalTo(5000)).body("complete", equalTo(false));
        assertThat(lines(first)).hasSize(10_000);
        export("2001-01-01").then().statusCode(201).body("entries", equalTo(1)).body("complete", equalTo(true));
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

    @CanIgnoreReturnValue
    private static Response export() {
        return export("2030-12-31");
    }

    private static Response export(String upTo) {
        return post(Person.ANA, "/v1/journal-exports", Map.of("upTo", upTo));
    }

    private static Stream<String> allExports() {
        List<String> ids = get(Person.ANA, "/v1/journal-exports?limit=200").path("items.id");
        return ids.stream().map(id -> "/v1/journal-exports/" + id);
    }

    private static List<String> lines(Response made) {
        return lines(made.header("Location"));
    }

    private static List<String> lines(String export) {
        return taking(export + "/content").asString().lines().skip(1).toList();
    }

    private static String entry(String line) {
        return line.substring(line.lastIndexOf(',') + 1);
    }

    private static Response taking(String path) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(Person.ANA))
                .accept("text/csv")
                .get(path);
    }

    private static List<Response> atOnce(List<Callable<Response>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<Future<Response>> all = threads.invokeAll(work);
            return all.stream().map(JournalExportTest::answer).toList();
        }
    }

    private static Response answer(Future<Response> future) {
        return future.resultNow();
    }

    private int count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet found = connection.createStatement().executeQuery("select count(*) from " + table)) {
            assertThat(found.next()).isTrue();
            return found.getInt(1);
        }
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
