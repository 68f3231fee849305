package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a part cost when it was used, by the ledger of stock, counts before what was entered for it. Each test has days of its own. */
@QuarkusTest
@WithTestResource(RealServers.class)
class UsageCostTest {

    private UUID part;

    @BeforeEach
    void pricesAndCostsAreSet() {
        CostList.isSet();
        part = PriceList.part("100.00");
        CostList.cost(part, "61.25", CostList.FROM);
    }

    @Test
    void theMarginIsByWhatThePartCostWhenItWasUsed() {
        Job job = new Job("2034-03-06T12:00:00Z");
        Job.Used used = job.uses(part, "2", "EA");
        costs(job, used, "70.1250");
        costs(job, used, "99.0000");
        CostList.closed(job, used);

        eventually(() -> assertThat(partsCost("2034-03-06")).containsExactly("140.25"));
    }

    @Test
    void aCostThatIsToldAfterTheJobWasClosedIsFollowed() {
        Job job = new Job("2034-04-03T12:00:00Z");
        Job.Used used = job.uses(part, "2", "EA");
        CostList.closed(job, used);
        assertThat(partsCost("2034-04-03")).containsExactly("122.50");

        costs(job, used, "70.1250");

        eventually(() -> assertThat(partsCost("2034-04-03")).containsExactly("140.25"));
    }

    @Test
    void whatIsEnteredForThePartDoesNotChangeWhatItCostWhenItWasUsed() {
        Job job = new Job("2034-05-08T12:00:00Z");
        Job.Used first = job.uses(part, "1", "EA");
        Job.Used second = job.uses(part, "1", "EA");
        costs(job, first, "70.0000");
        CostList.closed(job, first, second);
        eventually(() -> assertThat(partsCost("2034-05-08")).containsExactly("131.25"));

        CostList.cost(part, "80.00", "2034-05-01");

        eventually(() -> assertThat(partsCost("2034-05-08")).containsExactly("150.00"));
    }

    private static List<String> partsCost(String day) {
        return get(Person.ANA, "/v1/margins?by=JOB&from=" + day + "&to=" + day).path("items.partsCost.amount");
    }

    private static void costs(Job job, Job.Used used, String unitCost) {
        Events.publish(
                Topics.PART_USAGE_COSTED,
                job.order,
                Map.of(
                        "usageId",
                        used.id(),
                        "orderId",
                        job.order,
                        "partId",
                        used.part(),
                        "unitCost",
                        Map.of("amount", unitCost, "currency", "RON"),
                        "costedAt",
                        "2034-03-06T10:00:00Z"));
    }
}
