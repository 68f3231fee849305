package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was used and what was reported will never agree, and a person decides. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SettleTest {

    private static final Map<String, Object> WHY = Map.of("reason", "Telefonul a fost pierdut; raportul e cel semnat.");

    private UUID valve;
    private Job job;

    @BeforeEach
    void aClosedJobContradictsWhatWasUsed() {
        PriceList.isSet();
        valve = PriceList.part("389.90");
        job = Job.ofMarch();
        assertThat(job.uses(valve, "1", "EA")).isNotNull();
        usedButNotReported(job);
    }

    @Test
    void theReportIsBilledOnceAndTheDifferencesStayToBeSeen() {
        job.close();
        contradicts();

        settle().then()
                .statusCode(200)
                .body("state", equalTo("INVOICED"))
                .body("unexpected", equalTo(false))
                .body("differences.kind", containsInAnyOrder("USAGE_NOT_SEEN", "USAGE_NOT_LISTED"));
        get(Person.ANA, job.invoice()).then().body("totals.net.amount", equalTo("389.90"));
        settle().then().statusCode(409).body("code", equalTo("illegal-transition"));
        assertThat(job.invoices()).hasSize(1);
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItems("SETTLE", "DRAFT_INVOICE"));
    }

    @Test
    void whatComesAfterwardsIsBilledNeitherTwiceNorSilently() {
        Job.Used late = job.uses(valve, "2", "EA");
        job.close();
        contradicts();
        settle().then().statusCode(200);

        job.tell(late);
        eventually(() -> job.billingCase()
                .then()
                .body("differences.kind", containsInAnyOrder("USAGE_NOT_SEEN", "USAGE_NOT_LISTED")));
        job.billingCase().then().body("unexpected", equalTo(false));
        job.tell(job.unreported(valve, "7", "EA"));
        eventually(() -> job.billingCase().then().body("unexpected", equalTo(true)));
        assertThat(job.invoices()).hasSize(1);
        get(Person.ANA, job.invoice()).then().body("totals.net.amount", equalTo("1169.70"));
    }

    @Test
    void aReportOfNothingIsSettledAsNothingToBill() {
        Job idle = Job.ofMarch();
        usedButNotReported(idle);
        idle.close();
        eventually(() -> idle.billingCase().then().body("differences.kind", contains("USAGE_NOT_LISTED")));

        post(Person.ANA, "/v1/billing-cases/" + idle.order + "/settle", WHY)
                .then()
                .statusCode(200)
                .body("state", equalTo("NOTHING_TO_BILL"));
        assertThat(Events.awaitOne(Topics.NOTHING_TO_BILL, idle.order)
                        .get("ticketId")
                        .asText())
                .isEqualTo(idle.ticket.toString());
        post(Person.ANA, "/v1/billing-cases/" + idle.order + "/settle", WHY)
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-is-billed"));
    }

    @Test
    void whatWasSettledAsNothingToBillByMistakeIsBilledAfterAll() {
        job.close();
        contradicts();
        Map<String, Object> nothing = Map.of("reason", "Greșit", "nothingToBill", true);
        settle(nothing).then().statusCode(200).body("state", equalTo("NOTHING_TO_BILL"));
        settle(nothing).then().statusCode(409).body("code", equalTo("nothing-is-billed"));

        settle().then().statusCode(200).body("state", equalTo("INVOICED")).body("unexpected", equalTo(false));

        get(Person.ANA, job.invoice()).then().body("totals.net.amount", equalTo("389.90"));
        post(Person.ANA, job.invoice() + "/void", WHY).then().statusCode(200);
        settle().then().statusCode(409).body("code", equalTo("draft-voided"));
        assertThat(job.invoices()).hasSize(1);
    }

    @Test
    void aJobThatIsNotClosedIsNotSettledAndOnlyFinanceSettles() {
        settle().then().statusCode(409).body("code", equalTo("illegal-transition"));
        post(Person.SORIN, "/v1/billing-cases/" + job.order + "/settle", WHY)
                .then()
                .statusCode(403);
        post(Person.ANA, "/v1/billing-cases/" + UUID.randomUUID() + "/settle", WHY)
                .then()
                .statusCode(404);
        post(Person.ANA, "/v1/billing-cases/" + job.order + "/settle", Map.of("reason", " "))
                .then()
                .statusCode(400);
    }

    private void usedButNotReported(Job by) {
        by.tell(by.unreported(valve, "3", "EA"));
        eventually(() -> by.billingCase().then().statusCode(200).body("state", equalTo("COLLECTING")));
    }

    private void contradicts() {
        eventually(() -> job.billingCase().then().statusCode(200).body("state", equalTo("WAITING")));
    }

    private Response settle() {
        return settle(WHY);
    }

    private Response settle(Map<String, Object> decision) {
        return post(Person.ANA, "/v1/billing-cases/" + job.order + "/settle", decision);
    }
}
