package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a job that was called off half done is billed, a person decides. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CalledOffTest {

    private static final Map<String, Object> OFF =
            Map.of("at", "2026-03-02T10:00:00Z", "reason", "Clientul l-a reparat singur");

    private static final String RIGHT = "RO18547290";

    @Inject
    AgroalDataSource database;

    private Job job;

    @BeforeEach
    void pricesAreSet() {
        PriceList.isSet();
        job = Job.ofMarch().works("LABOUR", 60);
    }

    @Test
    void whatWasDoneIsBilledVisiblyMarked() {
        job.calledOff(OFF).close();
        waits();
        assertThat(job.invoices()).isEmpty();

        settle(Map.of("reason", "Deplasarea se plătește"))
                .then()
                .statusCode(200)
                .body("state", equalTo("INVOICED"));

        post(Person.ANA, job.invoice() + "/issue")
                .then()
                .statusCode(200)
                .body("calledOff.reason", equalTo("Clientul l-a reparat singur"));
        job.billingCase().then().body("unexpected", equalTo(false));
    }

    @Test
    void orNothingIsBilledThoughWorkWasReported() {
        job.calledOff(OFF).close();
        waits();

        settle(Map.of("reason", "Din bunăvoință", "nothingToBill", true))
                .then()
                .statusCode(200)
                .body("state", equalTo("NOTHING_TO_BILL"));

        assertThat(job.invoices()).isEmpty();
        assertThat(Events.awaitOne(Topics.NOTHING_TO_BILL, job.order)
                        .at("/reason")
                        .asText())
                .isEqualTo("Din bunăvoință");
    }

    @Test
    void aCancellationThatComesBeforeTheReportIsNotForgotten() {
        job.ticketSays(3, this::isCancelled);
        job.isHeardOf(database, 3);
        job.close();

        waits();
        assertThat(job.invoices()).isEmpty();
    }

    @Test
    void aCancellationThatComesAfterTheDraftShows() {
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));

        job.ticketSays(3, this::isCancelled);

        eventually(() -> job.billingCase().then().body("unexpected", equalTo(true)));
        get(Person.ANA, job.invoice()).then().body("calledOff.reason", equalTo("Called twice"));
    }

    @Test
    void whatIsCorrectedAfterwardsDoesNotCallItOffAnew() {
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));

        isCancelledAndThenCorrected();

        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.taxId", equalTo(RIGHT)));
        get(Person.ANA, job.invoice()).then().body("calledOff.at", equalTo("2026-03-02T10:00:00Z"));
    }

    @Test
    void norDoesItWhereAllThatIsHeardBeforeTheReport() {
        isCancelledAndThenCorrected();
        job.isHeardOf(database, 4);
        job.close();
        waits();

        settle(Map.of("reason", "Deplasarea se plătește")).then().statusCode(200);

        get(Person.ANA, job.invoice())
                .then()
                .body("buyer.taxId", equalTo(RIGHT))
                .body("calledOff.at", equalTo("2026-03-02T10:00:00Z"));
    }

    @Test
    void whatWasDoneBeforeItsTicketWasOpenedAgainIsNotCalledOffWithTheRest() {
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        Job next = new Job(job);

        job.ticketSays(3, ticket -> {
            isCancelled(ticket);
            ticket.put("furtherOrderId", next.order.toString());
            ((ObjectNode) ticket.get("customer")).put("taxId", RIGHT);
        });

        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.taxId", equalTo(RIGHT)));
        get(Person.ANA, job.invoice()).then().body("calledOff", nullValue());
        job.billingCase().then().body("unexpected", equalTo(false));
        next.works("LABOUR", 30).close();
        eventually(() -> next.billingCase()
                .then()
                .body("state", equalTo("WAITING"))
                .body("differences.kind", contains("CALLED_OFF")));
    }

    private void isCancelledAndThenCorrected() {
        job.ticketSays(3, ticket -> isCancelled(ticket, "2026-03-02T10:00:00Z"));
        job.ticketSays(4, ticket -> {
            isCancelled(ticket, "2026-03-05T08:00:00Z");
            ((ObjectNode) ticket.get("customer")).put("taxId", RIGHT);
        });
    }

    private void isCancelled(ObjectNode ticket, String changedAt) {
        isCancelled(ticket);
        ticket.put("changedAt", changedAt);
    }

    private void isCancelled(ObjectNode ticket) {
        ticket.put("state", "CANCELLED").put("work", "CALLED_OFF").put("reason", "Called twice");
    }

    private void waits() {
        eventually(() -> job.billingCase()
                .then()
                .body("state", equalTo("WAITING"))
                .body("differences.kind", contains("CALLED_OFF")));
    }

    private Response settle(Map<String, Object> decision) {
        return post(Person.ANA, "/v1/billing-cases/" + job.order + "/settle", decision);
    }
}
