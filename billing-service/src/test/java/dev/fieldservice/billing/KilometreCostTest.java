package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is driven costs something beside the time that it takes. A kilometre costs 1.15, of Teodora 0.90; an hour of labour 70.00, of
 * travel 40.00. Each test has days of its own.
 */
@QuarkusTest
@WithTestResource(RealServers.class)
class KilometreCostTest {

    private static final String MIGRATION = "/db/migration/V14_111__what_kilometres_cost.sql";

    private final UUID customer = UUID.randomUUID();
    private final UUID machine = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void costsAreSet() {
        CostList.isSet();
    }

    /**
     * Sold: an hour of labour 180.00, 75 minutes of travel at 90.00 an hour 112.50; kilometres have no price.
     * Cost: labour 70.00; travel 45 × 40 / 60 + 30 × 40 / 60 = 50.00; kilometres 18.5 × 1.15 = 21.275, 21.28, and 40 × 0.90 = 36.00.
     */
    private Job example(String day) {
        Job job = new Job(day + "T12:00:00Z")
                .of(customer, "RO12345674")
                .about(machine)
                .works("LABOUR", Person.TUDOR, day + "T08:00:00Z", day + "T09:00:00Z")
                .works("TRAVEL", Person.TUDOR, day + "T07:15:00Z", day + "T08:00:00Z");
        job.drove("18.5");
        job.works("TRAVEL", Person.TEODORA, day + "T07:30:00Z", day + "T08:00:00Z")
                .drove("40");
        return CostList.closed(job);
    }

    @Test
    void whatWasDrivenIsPartOfWhatAJobCost() {
        Job job = example("2035-03-05");
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);

        of("JOB", "2035-03-05", "2035-03-05")
                .then()
                .body("items", hasSize(1))
                .body("items[0].revenue.amount", equalTo("292.50"))
                .body("items[0].labourCost.amount", equalTo("70.00"))
                .body("items[0].travelCost.amount", equalTo("50.00"))
                .body("items[0].kilometresCost.amount", equalTo("57.28"))
                .body("items[0].cost.amount", equalTo("177.28"))
                .body("items[0].margin.amount", equalTo("115.22"))
                .body("items[0].marginPercent", equalTo("39.39"))
                .body("items[0].hoursWithoutCost", equalTo(0))
                .body("items[0].journeysWithoutCost", equalTo(0));
    }

    @Test
    void itAddsUpByCustomerMachineContractAndMonth() {
        var _ = example("2035-04-02");
        var _ = example("2035-04-03");

        for (String by : List.of("CUSTOMER", "MACHINE", "MONTH")) {
            of(by, "2035-04-01", "2035-04-30")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].kilometresCost.amount", equalTo("114.56"))
                    .body("items[0].cost.amount", equalTo("354.56"));
        }
        of("CONTRACT", "2035-04-01", "2035-04-30")
                .then()
                .body("items[0].key", nullValue())
                .body("items[0].kilometresCost.amount", equalTo("114.56"));
    }

    @Test
    void whoDroveHasTheirOwnKilometresAndNoMoreOfTheRevenue() {
        Job job = example("2035-05-07");
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);

        Response by = of("TECHNICIAN", "2035-05-07", "2035-05-07");

        assertThat(by.<List<String>>path("items.name")).containsExactly("Tudor Ionescu", "Teodora Pop");
        assertThat(by.<List<String>>path("items.revenue.amount")).containsExactly("292.50", "0.00");
        assertThat(by.<List<String>>path("items.travelCost.amount")).containsExactly("30.00", "20.00");
        assertThat(by.<List<String>>path("items.kilometresCost.amount")).containsExactly("21.28", "36.00");
        assertThat(by.<List<String>>path("items.margin.amount")).containsExactly("171.22", "-56.00");
    }

    @Test
    void aSpreadsheetAndAPictureShowItToo() {
        var _ = example("2035-06-04");

        String file = taking("text/csv", "/v1/margins.csv?by=MONTH&from=2035-06-01&to=2035-06-30");
        assertThat(file.lines().toList())
                .containsExactly(
                        "key,name,currency,jobs,jobsWithoutInvoice,revenue,partsCost,labourCost,travelCost,cost,margin,marginPercent,"
                                + "usagesWithoutCost,hoursWithoutCost,kilometresCost,journeysWithoutCost",
                        "2035-06,2035-06,RON,1,1,0.00,0.00,70.00,50.00,177.28,-177.28,,0,0,57.28,0");
        assertThat(taking("image/svg+xml", "/v1/margins.svg?by=MONTH&from=2035-06-01&to=2035-06-30"))
                .contains("Cost of kilometres", "travel 50.00, kilometres 57.28, margin -177.28");
    }

    @Test
    void kilometresFollowTheirRateAndAreNamedWhereTheyHaveNone() {
        Job job = new Job("2030-07-01T12:00:00Z")
                .works("TRAVEL", Person.TUDOR, "2030-07-01T08:00:00Z", "2030-07-01T08:30:00Z");
        job.drove("12.4");
        CostList.closed(job);

        eventually(() -> of("JOB", "2030-07-01", "2030-07-01")
                .then()
                .body("items[0].hoursWithoutCost", equalTo(1))
                .body("items[0].journeysWithoutCost", equalTo(1)));
        get(Person.ANA, "/v1/missing-costs?from=2030-07-01&to=2030-07-01")
                .then()
                .body("items.kind", equalTo(List.of("KILOMETRES", "TRAVEL")));

        String rate = CostList.rate("KILOMETRES", Person.TUDOR, "1.25", "2030-07-01");
        costs("2030-07-01", "15.50");
        CostList.correct(rate, "kilometreCost", "1.20");
        costs("2030-07-01", "14.88");
        get(Person.ANA, rate)
                .then()
                .body("kind", equalTo("KILOMETRES"))
                .body("kilometreCost.amount", equalTo("1.20"))
                .body("hourlyCost", nullValue())
                .body("corrections[0].was", equalTo("1.25"));
        CostList.withdraw(rate);
        costs("2030-07-01", "0.00");
    }

    @Test
    void aRateIsOfAnHourOrOfAKilometreAsItsKindIs() {
        refused(Map.of("kind", "KILOMETRES", "hourlyCost", PriceList.lei("1.00")), "/kilometreCost", "missing");
        refused(Map.of("kind", "TRAVEL", "kilometreCost", PriceList.lei("1.00")), "/hourlyCost", "missing");
        refused(
                Map.of("kind", "TRAVEL", "kilometreCost", PriceList.lei("1.00"), "hourlyCost", PriceList.lei("40.00")),
                "/kilometreCost",
                "does-not-fit");
        String rate = CostList.rate("KILOMETRES", Person.TUDOR, "1.30", "2036-01-01");
        post(Person.ANA, rate + "/correct", Map.of("hourlyCost", PriceList.lei("1.00"), "reason", "Altfel"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", containsString("/kilometreCost"));
    }

    @Test
    void whatWasDrivenBeforeKilometresHadACostIsCostedToo() throws SQLException, IOException {
        Job job = example("2035-08-06");
        costs("2035-08-06", "57.28");
        execute("delete from cost_item where kind = 'KILOMETRES' and order_id = '%s'".formatted(job.order));
        costs("2035-08-06", "0.00");

        execute(migration().substring(migration().indexOf("insert into cost_item")));

        of("JOB", "2035-08-06", "2035-08-06").then().body("items[0].journeysWithoutCost", equalTo(2));
        CostList.correct(CostList.rate("KILOMETRES", null, "1.10", "2035-08-06"), "kilometreCost", "1.15");
        costs("2035-08-06", "57.28");
    }

    private static String migration() throws IOException {
        try (InputStream file = Objects.requireNonNull(KilometreCostTest.class.getResourceAsStream(MIGRATION))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void refused(Map<String, Object> rate, String pointer, String code) {
        Map<String, Object> body = new HashMap<>(rate);
        body.put("validFrom", "2036-01-01");
        post(Person.ANA, "/v1/cost-rates", body)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    private static void costs(String day, String amount) {
        eventually(() -> of("JOB", day, day).then().body("items[0].kilometresCost.amount", equalTo(amount)));
    }

    private static Response of(String by, String from, String to) {
        return get(Person.ANA, "/v1/margins?by=%s&from=%s&to=%s".formatted(by, from, to));
    }

    private static String taking(String type, String path) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(Person.ANA))
                .accept(type)
                .get(path)
                .asString();
    }
}
