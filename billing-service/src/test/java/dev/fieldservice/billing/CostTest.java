package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What parts and hours cost the company is entered like prices, and what closed jobs cost follows it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CostTest {

    @BeforeEach
    void costsAreSet() {
        CostList.isSet();
    }

    @Test
    void aCostIsSetPutRightAndWithdrawnAndWhatItSaidStaysToBeSeen() {
        UUID part = PriceList.part("100.00");
        String cost = CostList.cost(part, "61.25", CostList.FROM);
        CostList.correct(cost, "unitCost", "60.00");
        CostList.withdraw(cost);

        get(Person.ANA, cost)
                .then()
                .statusCode(200)
                .body("unitCost.amount", equalTo("60.00"))
                .body("corrections[0].was", equalTo("61.25"))
                .body("withdrawal.reason", equalTo("Introdus din greșeală"));
        get(Person.ANA, "/v1/part-costs?partId=" + part).then().body("items.id", hasItem(id(cost)));
        post(Person.ANA, cost + "/withdraw", Map.of("reason", "Din nou"))
                .then()
                .statusCode(409)
                .body("code", equalTo("withdrawn"));
    }

    @Test
    void oneDayHasOneCostOfAPartAndOneRateOfATechnician() {
        UUID part = PriceList.part("100.00");
        CostList.cost(part, "61.25", CostList.FROM);
        Map<String, Object> again =
                Map.of("partId", part, "unitCost", PriceList.lei("62.00"), "validFrom", CostList.FROM);
        post(Person.ANA, "/v1/part-costs", again)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-set-for-this-day"));

        Map<String, Object> general =
                Map.of("kind", "LABOUR", "hourlyCost", PriceList.lei("71.00"), "validFrom", CostList.FROM);
        post(Person.ANA, "/v1/cost-rates", general).then().statusCode(409);
    }

    @Test
    void aCostIsOfAPartThatIsKnownAndInTheCurrencyOfTheCompany() {
        Map<String, Object> unknown =
                Map.of("partId", UUID.randomUUID(), "unitCost", PriceList.lei("1.00"), "validFrom", CostList.FROM);
        post(Person.ANA, "/v1/part-costs", unknown)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-reference"));
        Map<String, Object> euro = Map.of(
                "kind", "TRAVEL", "hourlyCost", Map.of("amount", "9.00", "currency", "EUR"), "validFrom", "2032-01-01");
        post(Person.ANA, "/v1/cost-rates", euro)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/hourlyCost/currency"));
    }

    @Test
    void whatAClosedJobCostFollowsTheCostsOfItsDay() {
        UUID part = PriceList.part("100.00");
        String first = CostList.cost(part, "50.00", CostList.FROM);
        String later = CostList.cost(part, "58.00", "2031-02-03");
        Job job = new Job("2031-02-03T12:00:00Z");
        CostList.closed(job, job.uses(part, "2", "EA"));

        partsCost(job, "2031-02-03", "116.00");
        CostList.correct(later, "unitCost", "57.5005");
        partsCost(job, "2031-02-03", "115.00");
        CostList.withdraw(later);
        partsCost(job, "2031-02-03", "100.00");
        CostList.withdraw(first);
        eventually(() -> row(job, "2031-02-03", "usagesWithoutCost").isEqualTo(1));
    }

    @Test
    void aTechniciansOwnRateGoesBeforeTheGeneralOneFromItsFirstDayOn() {
        Job job = new Job("2031-02-05T12:00:00Z")
                .works("TRAVEL", Person.TUDOR, "2031-02-04T08:00:00Z", "2031-02-04T08:30:00Z")
                .works("TRAVEL", Person.TUDOR, "2031-02-05T08:00:00Z", "2031-02-05T08:30:00Z");
        CostList.closed(job);
        eventually(() -> row(job, "2031-02-05", "travelCost.amount").isEqualTo("40.00"));

        String own = CostList.rate("TRAVEL", Person.TUDOR, "48.00", "2031-02-05");
        eventually(() -> row(job, "2031-02-05", "travelCost.amount").isEqualTo("44.00"));
        CostList.withdraw(own);
        eventually(() -> row(job, "2031-02-05", "travelCost.amount").isEqualTo("40.00"));
    }

    @Test
    void whatHasNoCostIsCountedAndNamed() {
        UUID part = PriceList.part("100.00");
        Job job = new Job("2030-06-03T12:00:00Z")
                .works("LABOUR", Person.TUDOR, "2030-06-03T08:00:00Z", "2030-06-03T09:00:00Z");
        CostList.closed(job, job.uses(part, "1", "EA"), job.uses(part, "2", "EA"));

        eventually(() -> row(job, "2030-06-03", "usagesWithoutCost").isEqualTo(2));
        row(job, "2030-06-03", "hoursWithoutCost").isEqualTo(1);
        row(job, "2030-06-03", "cost.amount").isEqualTo("0.00");
        get(Person.ANA, "/v1/missing-costs?from=2030-06-03&to=2030-06-03")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("LABOUR", "PART")))
                .body("items[0].partId", nullValue())
                .body("items[0].count", equalTo(1))
                .body("items[1].partId", equalTo(part.toString()))
                .body("items[1].partNumber", equalTo("R-449A"))
                .body("items[1].count", equalTo(2))
                .body("items[1].firstDay", equalTo("2030-06-03"));

        CostList.cost(part, "30.00", "2030-06-01");
        eventually(() -> row(job, "2030-06-03", "partsCost.amount").isEqualTo("90.00"));
        get(Person.ANA, "/v1/missing-costs?from=2030-06-03&to=2030-06-03&limit=1")
                .then()
                .body("items.kind", equalTo(List.of("LABOUR")))
                .body("nextCursor", nullValue());
    }

    private static void partsCost(Job job, String day, String amount) {
        eventually(() -> row(job, day, "partsCost.amount").isEqualTo(amount));
    }

    private static ObjectAssert<Object> row(Job job, String day, String field) {
        return assertThat(get(Person.ANA, "/v1/margins?by=JOB&from=%s&to=%s".formatted(day, day))
                .<Object>path("items.find { it.key == '%s' }.%s".formatted(job.order, field)));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
