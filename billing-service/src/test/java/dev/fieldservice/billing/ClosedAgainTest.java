package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job that is closed again after it was billed is billed for the difference only. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ClosedAgainTest {

    private UUID valve;
    private Job job;
    private Job.Used used;

    @BeforeEach
    void aValveAndAnHourAreDrafted() {
        PriceList.isSet();
        valve = PriceList.part("389.90");
        job = Job.ofMarch().works("LABOUR", 60);
        used = job.uses(valve, "1", "EA");
        job.tell(used);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
    }

    @Test
    void whatIsNewGoesOnTheDraftThatIsOpen() {
        job.works("TRAVEL", 40).close(2);

        eventually(() -> first().body("lines.kind", contains("PART", "LABOUR", "TRAVEL"))
                .body("totals.net.amount", equalTo("629.90")));
        assertThat(job.invoices()).hasSize(1);
        job.billingCase().then().body("state", equalTo("INVOICED")).body("unexpected", equalTo(false));
    }

    @Test
    void whatIsNewAfterTheInvoiceIsDraftedForItselfAndOnce() {
        isIssued();
        Job.Used another = job.uses(valve, "2", "EA");
        job.works("TRAVEL", 40).close(2);
        job.close(2);
        eventually(() -> job.billingCase().then().body("differences.kind", contains("USAGE_NOT_SEEN")));
        assertThat(job.invoices()).hasSize(1);

        job.tell(another);

        eventually(() -> assertThat(job.invoices()).hasSize(2));
        get(Person.ANA, "/v1/invoices/" + job.invoices().getLast())
                .then()
                .body("state", equalTo("DRAFT"))
                .body("cause", equalTo("SUPPLEMENT"))
                .body("preceding.number", startsWith("FS-"))
                .body("lines.kind", contains("PART", "TRAVEL"))
                .body("lines[0].sourceId", equalTo(another.id().toString()))
                .body("totals.net.amount", equalTo("839.80"));
        first().body("state", equalTo("ISSUED")).body("lines", hasSize(2));
        job.billingCase().then().body("state", equalTo("INVOICED")).body("unexpected", equalTo(false));

        job.close(3);
        job.tell(another);
        job.works("LABOUR", 10).close(4);
        eventually(() -> get(Person.ANA, "/v1/invoices/" + job.invoices().getLast())
                .then()
                .body("lines", hasSize(3)));
        assertThat(job.invoices()).hasSize(2);
    }

    @Test
    void timeThatIsTakenBackAfterTheInvoiceIsProposedToBeCredited() {
        isIssued();
        job.workedNothing().close(2);

        eventually(() -> proposals().body("items", hasSize(1)));
        String note = "/v1/credit-notes/" + proposals().extract().path("items[0].id");
        get(Person.ANA, note)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("proposed", equalTo(true))
                .body("lines.kind", contains("LABOUR"))
                .body("totals.gross.amount", equalTo("217.80"));
        job.billingCase().then().body("unexpected", equalTo(true));
        first().body("credited", nullValue());

        job.tellReversed(used);
        eventually(() -> get(Person.ANA, note).then().body("lines.kind", contains("LABOUR", "PART")));
        proposals().body("items", hasSize(1));
        post(Person.ANA, note + "/issue").then().statusCode(200).body("totals.net.amount", equalTo("569.90"));
        first().body("credited.gross.amount", equalTo("689.58"));
    }

    @Test
    void whatIsTakenBackOfADraftIsLeftOutOfItAndCanBePutBack() {
        job.tellReversed(used);

        eventually(() -> first().body("lines.takenOut", contains(true, false)));
        first().body("lines[0].changes.reason", contains("It was taken back after the job was closed."))
                .body("totals.net.amount", equalTo("180.00"));
        job.billingCase().then().body("unexpected", equalTo(true)).body("usages.state", contains("UNEXPECTED"));
        String line = first().extract().path("lines[0].id");
        post(Person.ANA, job.invoice() + "/lines/" + line + "/put-back", Map.of("reason", "Clientul a păstrat-o"))
                .then()
                .statusCode(200);

        job.works("TRAVEL", 40).close(2);
        eventually(() -> first().body("lines.takenOut", contains(false, false, false)));
    }

    @Test
    void whatHadNothingToBillIsBilledWhenThereIsSomething() {
        Job empty = Job.ofMarch();
        empty.close();
        eventually(() -> empty.billingCase().then().body("state", equalTo("NOTHING_TO_BILL")));

        empty.works("LABOUR", 30).close(2);

        eventually(() -> empty.billingCase().then().body("state", equalTo("INVOICED")));
        get(Person.ANA, empty.invoice())
                .then()
                .body("cause", equalTo("JOB"))
                .body("totals.net.amount", equalTo("90.00"));
    }

    @Test
    void whatAPersonDecidedNotToBillStaysSoAndOnlyTheRestIsBilled() {
        post(Person.ANA, job.invoice() + "/void", Map.of("reason", "Garanție"))
                .then()
                .statusCode(200);
        job.tellReversed(used);
        eventually(() -> job.billingCase().then().body("unexpected", equalTo(true)));

        job.works("TRAVEL", 40).close(2);

        eventually(() -> assertThat(job.invoices()).hasSize(2));
        String supplement = "/v1/invoices/" + job.invoices().getLast();
        get(Person.ANA, supplement).then().body("lines.kind", contains("TRAVEL"));
        job.billingCase().then().body("state", equalTo("INVOICED"));
        // the other draft is reinstated without what came back, and voided again beside one that stands
        post(Person.ANA, job.invoice() + "/reinstate", Map.of("reason", "Totuși"))
                .then()
                .statusCode(200)
                .body("lines.takenOut", contains(true, false));
        post(Person.ANA, job.invoice() + "/void", Map.of("reason", "Garanție"))
                .then()
                .statusCode(200);
        job.billingCase().then().body("state", equalTo("INVOICED"));
        post(Person.ANA, supplement + "/void", Map.of("reason", "Garanție"))
                .then()
                .statusCode(200);
        job.billingCase().then().body("state", equalTo("NOTHING_TO_BILL"));
    }

    private void isIssued() {
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
    }

    private ValidatableResponse first() {
        return get(Person.ANA, job.invoice()).then();
    }

    private ValidatableResponse proposals() {
        List<String> invoices = job.invoices();
        return get(Person.ANA, "/v1/credit-notes?proposed=true&invoiceId=" + invoices.getFirst())
                .then();
    }
}
