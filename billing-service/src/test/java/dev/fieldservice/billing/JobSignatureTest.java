package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whoever bills sees whether the customer has signed what is billed. */
@QuarkusTest
@WithTestResource(RealServers.class)
class JobSignatureTest {

    private final UUID order = UUID.randomUUID();

    @Test
    void aSignatureThatNoLongerFitsIsSeenOnTheCaseAndOnTheDraft() {
        closed(job -> ((ObjectNode) job.get("signature")).put("outdated", true));

        shows("OUTDATED");
    }

    @Test
    void aSignatureThatFitsIsSeenToo() {
        closed(job -> {});

        shows("SIGNED");
    }

    @Test
    void soIsACustomerWhoWasNotThere() {
        closed(job -> job.putObject("signature").put("outcome", "ABSENT"));

        shows("ABSENT");
    }

    @Test
    void whereNobodyRecordedItNothingIsShown() {
        closed(job -> job.remove("signature"));

        eventually(() -> get(Person.ANA, "/v1/invoices?orderId=" + order).then().body("items", hasSize(1)));
        get(Person.ANA, "/v1/billing-cases/" + order).then().body("signature", nullValue());
    }

    private void shows(String signature) {
        eventually(() -> get(Person.ANA, "/v1/invoices?orderId=" + order).then().body("items", hasSize(1)));
        String invoice = get(Person.ANA, "/v1/invoices?orderId=" + order).path("items[0].id");
        get(Person.ANA, "/v1/billing-cases/" + order).then().statusCode(200).body("signature", equalTo(signature));
        get(Person.ANA, "/v1/invoices/" + invoice).then().statusCode(200).body("signature", equalTo(signature));
    }

    /** As in the sample, with time of its own and without parts, of which nothing is told. */
    private void closed(Consumer<ObjectNode> change) {
        ObjectNode job = (ObjectNode)
                Contracts.sample(Topics.JOB_CLOSED, Map.of("orderId", order, "ticketId", UUID.randomUUID()));
        job.putArray("usages");
        job.putArray("reversedUsageIds");
        job.get("labour")
                .forEach(entry ->
                        ((ObjectNode) entry).put("entryId", UUID.randomUUID().toString()));
        change.accept(job);
        Events.publish(Topics.JOB_CLOSED, order, job);
    }
}
