package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoice numbers have no gaps and dates rise with them, whatever happens. */
@QuarkusTest
@WithTestResource(RealServers.class)
class IssueTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @AfterEach
    void numbersHaveNoGapsAndDatesRiseWithThem() throws SQLException {
        List<Long> numbers = new ArrayList<>();
        List<String> times = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select right(number, 6)::bigint, issued_at::text from invoice"
                        + " where number is not null order by number")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
                times.add(rows.getString(2));
            }
        }
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(times).isSorted();
    }

    @Test
    void invoicesAreFoundByWhatIsKnownOfThem() {
        Job job = draft();
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
        String number = get(Person.ANA, job.invoice()).path("number");
        String id = get(Person.ANA, job.invoice()).path("id");
        String of = "/v1/invoices?q=" + number + " COTROCENI";

        assertThat(ids("/v1/invoices?number=" + number)).containsExactly(id);
        assertThat(ids(of + "&state=ISSUED&state=DRAFT&sort=NEWEST")).containsExactly(id);
        assertThat(ids(of + "&state=DRAFT")).isEmpty();
        assertThat(ids(of + "&customerId=" + get(Person.ANA, job.invoice()).path("buyer.id")))
                .containsExactly(id);
        assertThat(ids(of + "&from=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(ids(of + "&from=2020-01-01T00:00:00Z&changedSince=2020-01-01T00:00:00Z"))
                .containsExactly(id);
    }

    private static String withoutDelivery(Response invoice) {
        return invoice.asString().replaceFirst("\"delivery\":\"[A-Z_]+\",", "");
    }

    private static List<String> ids(String list) {
        return get(Person.ANA, list).then().statusCode(200).extract().path("items.id");
    }

    @Test
    void anIssuedInvoiceHasANumberADateAndATermAndIsToldToTheTicket() {
        Job job = draft();

        Response issued = post(Person.ANA, job.invoice() + "/issue");

        issued.then().statusCode(200).header("ETag", equalTo("\"1\"")).body("state", equalTo("ISSUED"));
        String number = issued.path("number");
        assertThat(number).matches("FS-\\d{4}-\\d{6}");
        LocalDate issueDate = LocalDate.parse(issued.path("issueDate"));
        assertThat(issued.<String>path("dueDate"))
                .isEqualTo(issueDate.plusDays(30).toString());
        JsonNode told = Events.awaitOne(
                Topics.INVOICE_ISSUED, UUID.fromString(job.invoices().getFirst()));
        assertThat(told.at("/number").asText()).isEqualTo(number);
        assertThat(told.at("/orderIds/0").asText()).isEqualTo(job.order.toString());
        assertThat(told.at("/ticketIds/0").asText()).isEqualTo(job.ticket.toString());
        assertThat(told.at("/total/amount").asText()).isEqualTo("217.80");
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItem("ISSUE"))
                .body("items.find { it.action == 'ISSUE' }.reason", equalTo(number))
                .body("items.find { it.action == 'ISSUE' }.actorName", equalTo("Ana Stan"));
        get(Person.ANA, "/v1/invoices?state=ISSUED&ticketId=" + job.ticket)
                .then()
                .body("items[0].number", equalTo(number))
                .body("items[0].gross.amount", equalTo("217.80"));
    }

    @Test
    void oneOfManyAccountantsIssuesAndTheOthersAreToldThatItIsDone() throws Exception {
        String invoice = draft().invoice();

        List<Response> answers = atOnce(IntStream.range(0, 8)
                .mapToObj(i ->
                        (Callable<Response>) () -> post(i % 2 == 0 ? Person.ANA : Person.ADMIN, invoice + "/issue"))
                .toList());

        assertThat(answers.stream().collect(groupingBy(Response::statusCode, counting())))
                .containsEntry(200, 1L)
                .containsEntry(409, 7L);
        UUID id = UUID.fromString(invoice.substring(invoice.lastIndexOf('/') + 1));
        assertThat(Events.await(Topics.INVOICE_ISSUED, id, 1)).hasSize(1);
    }

    @Test
    void aRepeatedIssueIsAnsweredAsTheFirstTime() throws Exception {
        String invoice = draft().invoice();
        String key = UUID.randomUUID().toString();

        List<Response> answers = atOnce(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Response>)
                        () -> as(Person.ANA).header("Idempotency-Key", key).post(invoice + "/issue"))
                .toList());

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(withoutDelivery(get(Person.ANA, invoice)))
                .as("what was answered is what is stored; that it is sent comes after that")
                .isEqualTo(withoutDelivery(answers.getFirst()));
    }

    @Test
    void whatCannotBeIssuedTakesNoNumber() throws Exception {
        Job unpriced = Job.ofMarch();
        unpriced.tell(unpriced.uses(UUID.randomUUID(), "1", "EA"));
        unpriced.close();
        eventually(() -> assertThat(unpriced.invoices()).hasSize(1));
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            mixed.add(unpriced.invoice());
            mixed.add(draft().invoice());
        }

        List<Response> answers = atOnce(mixed.stream()
                .map(invoice -> (Callable<Response>) () -> post(Person.ANA, invoice + "/issue"))
                .toList());

        assertThat(answers.stream().collect(groupingBy(Response::statusCode, counting())))
                .containsEntry(200, 8L)
                .containsEntry(422, 8L);
    }

    private static Job draft() {
        Job job = Job.ofMarch().works("LABOUR", 60);
        job.close();
        var _ = job.drafted();
        return job;
    }

    static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
