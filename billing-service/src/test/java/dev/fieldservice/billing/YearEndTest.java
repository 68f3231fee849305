package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Http.patiently;
import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many invoices that are issued at the same time are numbered in a row. Classes are run by their names, and this one stands behind
 * those that change a price: each change looks at all invoices that there are.
 */
@QuarkusTest
@WithTestResource(RealServers.class)
class YearEndTest {

    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";

    private static final String UNMADE = "delete from errand where kind in ('DOCUMENT_FILES', 'DOCUMENT_MAIL')"
            + " and state = 'WAITING' and content::json ->> 'documentId' in ";

    private static final String NUMBERS =
            "select right(number, 6)::bigint, issued_at::text from invoice where id in %s order by number";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void sixtyFourInvoicesIssuedAtOnceGetSixtyFourNumbersInARow() throws Exception {
        List<String> invoices = drafts(64);

        List<Response> answers = IssueTest.atOnce(invoices.stream()
                .map(invoice -> (Callable<Response>) () -> post(Person.ANA, invoice + "/issue"))
                .toList());

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        List<Long> numbers = answers.stream()
                .map(answer -> Long.valueOf(answer.<String>path("number").substring(8)))
                .sorted()
                .toList();
        assertThat(numbers).doesNotHaveDuplicates().hasSize(64);
        assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(63);
        areNumberedInARow(invoices);
        areMadeAlike(invoices.subList(5, invoices.size()));
    }

    /** Some of them are wanted by two at the same moment. */
    @Test
    void fiveHundredDraftsAreIssuedByEightAccountantsAtOnceEachOfThemOnce() throws Exception {
        List<String> invoices = drafts(500);
        long deadlocks = number(DEADLOCKS);

        List<List<Integer>> answers = IssueTest.atOnce(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<List<Integer>>) () -> issuedBy(UUID.randomUUID(), wantedBy(i, invoices)))
                .toList());

        assertThat(answers.stream().flatMap(List::stream).collect(groupingBy(identity(), counting())))
                .isEqualTo(Map.of(200, 500L, 409, 60L));
        assertThat(number(DEADLOCKS)).isEqualTo(deadlocks);
        areNumberedInARow(invoices);
        areMadeAlike(invoices.subList(5, invoices.size()));
    }

    /** Of what is made alike the first are enough: the files and mails of all others take minutes, and have tests of their own. */
    private void areMadeAlike(List<String> others) throws SQLException {
        WhatIsIssuedIsLawful.leaveOut(others);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(UNMADE + listed(others));
        }
    }

    /** As SQL has them. */
    private static String listed(List<String> invoices) {
        return invoices.stream()
                .map(invoice -> "'" + invoice.substring(invoice.lastIndexOf('/') + 1) + "'")
                .collect(joining(",", "(", ")"));
    }

    /** Two share 125, from both ends, and meet at the end of their lists: fifteen are wanted by both. */
    private static List<String> wantedBy(int accountant, List<String> invoices) {
        int first = accountant / 2 * 125;
        return accountant % 2 == 0
                ? invoices.subList(first, first + 70)
                : invoices.subList(first + 55, first + 125).reversed();
    }

    private static List<Integer> issuedBy(UUID accountant, List<String> invoices) {
        String token = Tokens.of(accountant, "Contabil", Role.ACCOUNTANT);
        return invoices.stream()
                .map(invoice -> issuedBy(token, invoice, UUID.randomUUID().toString()))
                .toList();
    }

    private static int issuedBy(String token, String invoice, String key) {
        return patiently(() -> given().auth()
                        .oauth2(token)
                        .accept(ContentType.JSON)
                        .header("Idempotency-Key", key)
                        .post(invoice + "/issue"))
                .statusCode();
    }

    /** Without a gap, and dates rise with them. */
    private void areNumberedInARow(List<String> invoices) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        List<String> times = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NUMBERS.formatted(listed(invoices)))) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
                times.add(rows.getString(2));
            }
        }
        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.range(numbers.getFirst(), numbers.getFirst() + invoices.size())
                        .boxed()
                        .toList());
        assertThat(times).isSorted();
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** All told before the first is waited for. */
    private static List<String> drafts(int number) {
        List<Job> jobs = IntStream.range(0, number)
                .mapToObj(i -> Job.ofMarch().works("LABOUR", 60))
                .toList();
        jobs.forEach(Job::close);
        return jobs.stream().map(Job::drafted).toList();
    }
}
