package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of what came in, by job, customer, machine, technician and month. Each test has days of its own. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MarginTest {

    private final UUID customer = UUID.randomUUID();
    private final UUID machine = UUID.randomUUID();
    private UUID part;

    @BeforeEach
    void pricesAndCostsAreSet() {
        CostList.isSet();
        part = PriceList.part("100.00");
        CostList.cost(part, "61.25", CostList.FROM);
    }

    /** The example of docs/margin-and-accounts.md. */
    private Job example(String day) {
        Job job = new Job(day + "T12:00:00Z")
                .of(customer, "RO12345674")
                .about(machine)
                .works("LABOUR", Person.TUDOR, day + "T08:00:00Z", day + "T09:30:00Z")
                .works("LABOUR", Person.TEODORA, day + "T08:00:00Z", day + "T08:30:00Z")
                .works("TRAVEL", Person.TUDOR, day + "T07:15:00Z", day + "T08:00:00Z");
        return CostList.closed(job, job.uses(part, "2", "EA"));
    }

    @Test
    void theMarginOfAJobIsItsRevenueLessItsPartsLabourAndTravel() {
        Job job = example("2031-03-03");
        of("JOB", "2031-03-03", "2031-03-03")
                .then()
                .body("items", hasSize(1))
                .body("items[0].revenue.amount", equalTo("0.00"))
                .body("items[0].jobsWithoutInvoice", equalTo(1))
                .body("items[0].margin.amount", equalTo("-285.25"))
                .body("items[0].marginPercent", nullValue());
        get(Person.ANA, "/v1/margins?by=JOB&from=2031-03-03&to=2031-03-03&includeDrafts=true")
                .then()
                .body("items[0].revenue.amount", equalTo("627.50"));

        issue(job);

        of("JOB", "2031-03-03", "2031-03-03")
                .then()
                .body("items[0].key", equalTo(job.order.toString()))
                .body("items[0].name", equalTo("SO-2026-000042"))
                .body("items[0].jobs", equalTo(1))
                .body("items[0].jobsWithoutInvoice", equalTo(0))
                .body("items[0].revenue.amount", equalTo("627.50"))
                .body("items[0].partsCost.amount", equalTo("122.50"))
                .body("items[0].labourCost.amount", equalTo("132.75"))
                .body("items[0].travelCost.amount", equalTo("30.00"))
                .body("items[0].cost.amount", equalTo("285.25"))
                .body("items[0].margin.amount", equalTo("342.25"))
                .body("items[0].margin.currency", equalTo("RON"))
                .body("items[0].marginPercent", equalTo("54.54"))
                .body("items[0].usagesWithoutCost", equalTo(0))
                .body("items[0].hoursWithoutCost", equalTo(0));
    }

    @Test
    void marginsAddUpByCustomerMachineAndMonth() {
        issue(example("2031-04-07"));
        issue(example("2031-05-05"));
        issue(CostList.closed(new Job("2031-05-06T12:00:00Z")
                .of(UUID.randomUUID(), "RO12345674")
                .named("Frigorifer & Fiii <SRL>")
                .works("LABOUR", Person.TUDOR, "2031-05-06T08:00:00Z", "2031-05-06T09:00:00Z")));

        Response customers = of("CUSTOMER", "2031-04-01", "2031-05-31");
        customers.then().body("items", hasSize(2));
        assertThat(item(customers, customer, "jobs")).isEqualTo(2);
        assertThat(item(customers, customer, "name")).isEqualTo("Supermarket Cotroceni SRL");
        assertThat(item(customers, customer, "margin.amount")).isEqualTo("684.50");
        assertThat(item(of("MACHINE", "2031-04-01", "2031-05-31"), machine, "revenue.amount"))
                .isEqualTo("1255.00");
        of("MONTH", "2031-04-01", "2031-05-31")
                .then()
                .body("items.key", equalTo(List.of("2031-04", "2031-05")))
                .body("items.name", equalTo(List.of("2031-04", "2031-05")))
                .body("items.jobs", equalTo(List.of(1, 2)))
                .body("items.revenue.amount", equalTo(List.of("627.50", "807.50")))
                .body("items.margin.amount", equalTo(List.of("342.25", "452.25")));
    }

    @Test
    void whoWorkedOnAJobHasRevenueAndPartsByTheirMinutesAndTheirOwnHours() {
        issue(example("2031-06-02"));

        Response by = of("TECHNICIAN", "2031-06-02", "2031-06-02");

        by.then().body("items.name", equalTo(List.of("Tudor Ionescu", "Teodora Pop")));
        assertThat(by.<List<String>>path("items.revenue.amount")).containsExactly("470.63", "156.87");
        assertThat(by.<List<String>>path("items.partsCost.amount")).containsExactly("91.88", "30.62");
        assertThat(by.<List<String>>path("items.labourCost.amount")).containsExactly("105.00", "27.75");
        assertThat(by.<List<String>>path("items.travelCost.amount")).containsExactly("30.00", "0.00");
    }

    @Test
    void whatNobodyWorkedOnBelongsToNoTechnician() {
        Job job = new Job("2031-06-09T12:00:00Z");
        issue(CostList.closed(job, job.uses(part, "1", "EA")));

        of("TECHNICIAN", "2031-06-09", "2031-06-09")
                .then()
                .body("items", hasSize(1))
                .body("items[0].key", nullValue())
                .body("items[0].revenue.amount", equalTo("100.00"));
    }

    @Test
    void theNewestClosureCountsOnTheDayOfTheFirst() {
        Job job = example("2031-07-07");
        issue(job);

        job.workedNothing()
                .works("LABOUR", Person.TUDOR, "2031-07-07T08:00:00Z", "2031-07-07T09:00:00Z")
                .close(2);

        eventually(() -> of("JOB", "2031-07-07", "2031-07-07")
                .then()
                .body("items[0].labourCost.amount", equalTo("70.00"))
                .body("items[0].travelCost.amount", equalTo("0.00"))
                .body("items[0].partsCost.amount", equalTo("122.50"))
                .body("items[0].revenue.amount", equalTo("627.50")));
    }

    @Test
    void aJobCountsForTheCustomerAsTheTicketNamesItNow() {
        Job job = example("2031-08-04");
        UUID right = UUID.randomUUID();

        job.ticketSays(
                3,
                ticket -> ((ObjectNode) ticket.get("customer"))
                        .put("id", right.toString())
                        .put("name", "Depozit Buftea SA"));

        eventually(() -> of("CUSTOMER", "2031-08-04", "2031-08-04")
                .then()
                .body("items.key", equalTo(List.of(right.toString())))
                .body("items.name", equalTo(List.of("Depozit Buftea SA"))));
    }

    @Test
    void aListIsReadPageByPage() {
        for (int i = 0; i < 3; i++) {
            Job job = new Job("2031-09-0%dT12:00:00Z".formatted(i + 1));
            CostList.closed(job, job.uses(part, "1", "EA"));
        }
        List<String> seen = new ArrayList<>();
        String path = "/v1/margins?by=JOB&from=2031-09-01&to=2031-09-30&limit=1";
        String next = path;
        while (next != null) {
            Response page = get(Person.ANA, next);
            page.then().statusCode(200).body("items", hasSize(1));
            seen.add(page.path("items[0].key"));
            String cursor = page.path("nextCursor");
            next = cursor == null ? null : path + "&cursor=" + cursor;
        }
        assertThat(seen).hasSize(3).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aSpreadsheetGetsTheSameAndReckonsNothingThatSomebodyWrote() {
        issue(CostList.closed(new Job("2031-10-06T12:00:00Z")
                .of(customer, "RO12345674")
                .named("=HYPERLINK(\"http://rau.example\")")
                .works("LABOUR", Person.TUDOR, "2031-10-06T08:00:00Z", "2031-10-06T09:00:00Z")));
        Job free = new Job("2031-10-07T12:00:00Z");
        CostList.closed(free, free.uses(part, "1", "EA"));

        Response file = taking("text/csv", "/v1/margins.csv?by=CUSTOMER&from=2031-10-01&to=2031-10-31");

        file.then().statusCode(200).contentType(startsWith("text/csv"));
        assertThat(file.asString())
                .startsWith("key,name,currency,jobs,jobsWithoutInvoice,revenue,partsCost,")
                .contains(
                        customer
                                + ",\"'=HYPERLINK(\"\"http://rau.example\"\")\",RON,1,0,180.00,0.00,70.00,0.00,70.00,110.00,61.11,0,0,0.00,0\r\n")
                .contains(",RON,1,1,0.00,61.25,0.00,0.00,61.25,-61.25,,0,0,0.00,0\r\n");
    }

    @Test
    void aPictureShowsTheSameInWordsTooAndRunsNothing() {
        issue(example("2031-11-03"));
        issue(CostList.closed(new Job("2031-11-04T12:00:00Z")
                .of(UUID.randomUUID(), "RO12345674")
                .named("<script>alert(1)</script> & Fiii")
                .works("LABOUR", Person.TUDOR, "2031-11-04T08:00:00Z", "2031-11-04T09:00:00Z")));

        Response picture = taking("image/svg+xml", "/v1/margins.svg?by=CUSTOMER&from=2031-11-01&to=2031-11-30");

        picture.then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .body("svg.title", equalTo("Margin by customer, 2031-11-01 to 2031-11-30, RON"))
                .body(containsString("margin 342.25"))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Fiii"));
        assertThat(picture.asString()).doesNotContain("<script");
        taking("image/svg+xml", "/v1/margins.svg?by=MONTH&from=2020-01-01&to=2020-01-31")
                .then()
                .statusCode(200)
                .body(containsString("No job was closed in these days."));
    }

    @Test
    void aQuestionThatCannotBeAnsweredIsRefused() {
        of("JOB", "2031-03-03", "2031-03-02").then().statusCode(400).body("errors[0].code", equalTo("before-from"));
        of("JOB", "2031-03-03", "2036-03-03").then().statusCode(400).body("errors[0].code", equalTo("too-long"));
        of("JOB", "1931-03-03", "1931-03-03").then().statusCode(400).body("errors[0].code", equalTo("too-far"));
        of("WEATHER", "2031-03-03", "2031-03-03").then().statusCode(400);
        get(Person.ANA, "/v1/margins?from=2031-03-03&to=2031-03-03").then().statusCode(400);
        get(Person.SORIN, "/v1/margins?by=JOB&from=2031-03-03&to=2031-03-03")
                .then()
                .statusCode(403);
    }

    private static void issue(Job job) {
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
    }

    private static Response of(String by, String from, String to) {
        return get(Person.ANA, "/v1/margins?by=%s&from=%s&to=%s".formatted(by, from, to));
    }

    private static Object item(Response list, UUID key, String field) {
        return list.path("items.find { it.key == '%s' }.%s".formatted(key, field));
    }

    private static Response taking(String type, String path) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(Person.ANA))
                .accept(type)
                .get(path);
    }
}
