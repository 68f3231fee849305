package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What was closed and issued before there were costs and a journal is costed and booked by jobs that the update writes. */
@QuarkusTest
@WithTestResource(RealServers.class)
class BeforeTheBooksTest {

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsThereAlreadyIsCostedAndBookedOnce() throws SQLException {
        CostList.isSet();
        Job job = CostList.closed(new Job("2031-12-01T12:00:00Z")
                .works("LABOUR", Person.TUDOR, "2031-12-01T08:00:00Z", "2031-12-01T09:00:00Z"));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
        String id = job.invoices().getFirst();
        Runnable isThere = () -> {
            get(Person.ANA, "/v1/margins?by=JOB&from=2031-12-01&to=2031-12-01")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].revenue.amount", equalTo("180.00"))
                    .body("items[0].labourCost.amount", equalTo("70.00"));
            get(Person.ANA, "/v1/journal-entries?from=2026-01-01&to=2030-12-31&documentId=" + id)
                    .then()
                    .body("items", hasSize(1));
        };
        isThere.run();

        execute("""
                alter table journal_posting disable trigger user;
                alter table journal_entry disable trigger user;
                delete from journal_posting where entry_id in (select id from journal_entry where document_id = '%1$s');
                delete from journal_entry where document_id = '%1$s';
                delete from work_share where order_id = '%2$s';
                delete from cost_item where order_id = '%2$s';
                delete from costed_job where order_id = '%2$s';
                alter table journal_posting enable trigger user;
                alter table journal_entry enable trigger user;""".formatted(id, job.order));
        errands(job, id);
        eventually(isThere::run);
        errands(job, id);
        eventually(() -> assertThat(waiting(id, job.order)).isZero());
        isThere.run();
    }

    private void errands(Job job, String invoice) throws SQLException {
        String errand = """
                insert into errand (id, kind, subject_kind, subject_id, correlation_id, content, state, due, next_at, attempts, repeating, created_at)
                values (gen_random_uuid(), '%s', '%s', '%s', null, '{"%s":"%s"}', 'WAITING', now(), now(), 0, false, now());""";
        execute(errand.formatted("COST_JOB", "billing-case", job.order, "orderId", job.order)
                + errand.formatted("BOOK_INVOICE", "invoice", invoice, "invoiceId", invoice));
    }

    private int waiting(Object... subjects) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery(
                                "select count(*) from errand where subject_id in ('%s', '%s')".formatted(subjects))) {
            assertThat(found.next()).isTrue();
            return found.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql.split(";")) {
                statement.execute(each);
            }
        }
    }
}
