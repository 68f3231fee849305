package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes after the decision and will not be billed is seen by a person, and then it is enough. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AcknowledgeTest {

    private static final Map<String, Object> SEEN = Map.of("reason", "Vorbit cu Tudor: piesa rămâne la noi");

    private UUID valve;
    private Job job;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
        valve = PriceList.part("389.90");
    }

    @Test
    void whatCameAfterTheDraftIsAcknowledgedAndStaysToBeSeen() {
        job = Job.ofMarch().works("LABOUR", 60);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        isUsedAfterwards();

        acknowledge()
                .statusCode(200)
                .body("state", equalTo("INVOICED"))
                .body("unexpected", equalTo(false))
                .body("partsLeftOut", equalTo(true))
                .body("differences.kind", contains("USAGE_NOT_LISTED"));
        job.billingCase().then().body("usages.state", contains("LEFT_OUT"));
        get(Person.ANA, "/v1/billing-cases?unexpected=true&ticketId=" + job.ticket)
                .then()
                .body("items", empty());
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body(
                        "items.findAll { it.action == 'ACKNOWLEDGE' }.reason",
                        hasItem("Vorbit cu Tudor: piesa rămâne la noi"));

        acknowledge().statusCode(409).body("code", equalTo("nothing-unexpected"));
        isUsedAfterwards();
        acknowledge().statusCode(200).body("unexpected", equalTo(false));
    }

    @Test
    void soIsWhatCameAfterNothingWasToBeBilled() {
        job = Job.ofMarch();
        job.close();
        eventually(() -> job.billingCase().then().body("state", equalTo("NOTHING_TO_BILL")));
        isUsedAfterwards();

        acknowledge()
                .statusCode(200)
                .body("state", equalTo("NOTHING_TO_BILL"))
                .body("unexpected", equalTo(false))
                .body("partsLeftOut", equalTo(true));
    }

    @Test
    void beforeTheDecisionThereIsNothingToAcknowledgeAndOnlyFinanceDoes() {
        job = Job.ofMarch();
        job.tell(job.unreported(valve, "1", "EA"));
        eventually(() -> job.billingCase().then().statusCode(200));
        acknowledge().statusCode(409).body("code", equalTo("illegal-transition"));
        job.close();
        eventually(() -> job.billingCase().then().body("state", equalTo("WAITING")));
        acknowledge().statusCode(409).body("code", equalTo("illegal-transition"));

        String path = "/v1/billing-cases/" + job.order + "/acknowledge";
        post(Person.SORIN, path, SEEN).then().statusCode(403);
        post(Person.ANA, path, Map.of()).then().statusCode(400);
        post(Person.ANA, "/v1/billing-cases/" + UUID.randomUUID() + "/acknowledge", SEEN)
                .then()
                .statusCode(404);
    }

    private void isUsedAfterwards() {
        job.tell(job.unreported(valve, "1", "EA"));
        eventually(() -> job.billingCase().then().body("unexpected", equalTo(true)));
    }

    private ValidatableResponse acknowledge() {
        return post(Person.ANA, "/v1/billing-cases/" + job.order + "/acknowledge", SEEN)
                .then();
    }
}
