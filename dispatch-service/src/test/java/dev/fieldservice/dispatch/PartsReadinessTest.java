package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the parts for a job are there is seen before anyone drives. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartsReadinessTest {

    private Job job;

    @BeforeEach
    void aJobThatWaits() {
        job = Job.waiting();
    }

    @Test
    void anOrderSaysWhetherItsPartsAreThereAndIsFoundByIt() {
        job.seen().then().body("$", not(hasKey("parts")));

        inventorySays("MISSING", 0);

        eventually(() -> job.seen().then().body("parts", equalTo("MISSING")));
        orders("MISSING").then().body("items.id", hasItem(job.order().toString()));
        orders("READY").then().body("items.id", not(hasItem(job.order().toString())));
    }

    @Test
    void theNewestWordStandsAndNoneIsNoWord() {
        inventorySays("READY", 3);
        inventorySays("TO_PICK", 2);
        Job marker = Job.waiting();
        says(marker, "TO_PICK", 0);
        eventually(() -> marker.seen().then().body("parts", equalTo("TO_PICK")));
        eventually(() -> job.seen().then().body("parts", equalTo("READY")));

        inventorySays("NONE", 4);
        eventually(() -> job.seen().then().body("$", not(hasKey("parts"))));
    }

    private void inventorySays(String parts, int version) {
        says(job, parts, version);
    }

    private static void says(Job job, String parts, int version) {
        Events.publish(
                Topics.PARTS_READINESS,
                job.order(),
                Map.of(
                        "orderId",
                        job.order(),
                        "ticketId",
                        job.ticket(),
                        "readinessVersion",
                        version,
                        "parts",
                        parts,
                        "missing",
                        List.of(),
                        "changedAt",
                        "2026-03-02T07:41:01Z"));
    }

    private static Response orders(String parts) {
        return get(Person.DANA, "/v1/service-orders?limit=200&parts=" + parts);
    }
}
