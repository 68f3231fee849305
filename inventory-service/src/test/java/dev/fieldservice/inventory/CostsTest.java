package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Seeds;
import dev.fieldservice.platform.testing.Walk;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each entry of the ledger has its cost then, on the moving average of the place, and nothing rewrites it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CostsTest {

    /** The same ways in each run: {@link Seeds} says why, and how others are taken. */
    private static final long[] SEEDS = {30, 31};

    private Van van;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void theClockIsRight() {
        MovableClock.reset();
    }

    @BeforeEach
    void thereIsAVan() {
        van = new Van(Van.refrigerant(), Van.spareVan());
    }

    @Test
    void whatIsUsedCostsTheAverageOfThenWhateverIsBoughtLater() {
        receive("10", "100.00");
        receive("5", "130.00");
        // (10 × 100 + 5 × 130) ÷ 15
        Usage usage = used("2", "13");
        assertThat(costs()).containsExactly("100.00", "130.00", "110.00");
        JsonNode told = Events.awaitOne(Topics.PART_USAGE_COSTED, usage.order());
        assertThat(told.at("/usageId").asText()).isEqualTo(usage.id().toString());
        assertThat(told.at("/unitCost/amount").asText()).isEqualTo("110.0000");
        assertThat(told.at("/unitCost/currency").asText()).isEqualTo("RON");

        receive("7", "150.00");
        // (13 × 110 + 7 × 150) ÷ 20
        worth("20.000", "124.00", "2480.00");
        used("1", "19");
        assertThat(costs()).containsExactly("100.00", "130.00", "110.00", "150.00", "124.00");
    }

    @Test
    void whatIsTakenBackComesBackAtTheCostItWentAt() {
        receive("10", "100.00");
        Usage usage = used("4", "6");
        receive("6", "160.00");
        worth("12.000", "130.00", "1560.00");

        usage.reversed().happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("16"));
        // (12 × 130 + 4 × 100) ÷ 16
        worth("16.000", "122.50", "1960.00");
        assertThat(costs()).containsExactly("100.00", "100.00", "160.00", "100.00");
    }

    @Test
    void aReceiptIsTakenBackAtItsOwnPrice() {
        receive("10", "100.00");
        UUID wrong = receive("10", "300.00");
        worth("20.000", "200.00", "4000.00");

        van.takeBack(wrong);

        worth("10.000", "100.00", "1000.00");
        assertThat(costs()).containsExactly("100.00", "300.00", "300.00");
    }

    @Test
    void belowNothingTheNextPriceSaysWhatTheRestCosts() {
        receive("1", "100.00");
        used("5", "-4");
        worth("-4.000", "100.00", "-400.00");

        receive("10", "120.00");

        worth("6.000", "120.00", "720.00");
    }

    @Test
    void withoutAPriceNothingIsTakenForFree() {
        van.receive("10");
        used("1", "9");
        assertThat(costs()).containsExactly((String) null, null);
        value().then().body("items[0].unitCost", nullValue()).body("items[0].value", nullValue());

        receive("1", "50.00");
        worth("10.000", "50.00", "500.00");
    }

    @Test
    void anotherPlaceWithoutAPriceGoesByWhatWasPaidLastAnywhere() {
        receive("10", "100.00");
        Van other = new Van(van.part(), Van.spareVan());
        Usage usage = other.uses("1");
        usage.happens();

        assertThat(Events.awaitOne(Topics.PART_USAGE_COSTED, usage.order())
                        .at("/unitCost/amount")
                        .asText())
                .isEqualTo("100.0000");
    }

    @Test
    void aUsageThatIsToldAfterItsReversalCostsTheSame() {
        receive("10", "100.00");
        Usage late = van.uses("4");
        late.reversed().happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("14"));
        receive("14", "200.00");
        worth("28.000", "150.00", "4200.00");

        late.happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo("24"));
        // (28 × 150 − 4 × 100) ÷ 24
        worth("24.000", "158.3333", "3800.00");
        assertThat(costs()).containsExactly("100.00", "100.00", "200.00", "100.00");
    }

    @Test
    void whatStockWasWorthOnADayStaysWhateverIsBookedLater() {
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Europe/Bucharest"));
        receive("10", "100.00");
        MovableClock.set(now.plus(2, ChronoUnit.DAYS));
        receive("10", "300.00");

        value("&on=" + today.minusDays(1)).then().body("items", empty());
        value("&on=" + today).then().body("items[0].value.amount", equalTo("1000.00"));
        value("&on=" + today.plusDays(1)).then().body("items[0].value.amount", equalTo("1000.00"));
        value("&on=" + today.plusDays(2)).then().body("items[0].value.amount", equalTo("4000.00"));
        value().then().body("items[0].value.amount", equalTo("4000.00"));
        assertThat(get(Person.ANA, "/v1/stock-value-totals")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<Map<String, Object>>>path("items"))
                .singleElement()
                .satisfies(total -> assertThat(total).containsKeys("value", "stocked", "withoutCost"));
        get(Person.TUDOR, "/v1/stock-values").then().statusCode(403);
    }

    @Test
    void aCostIsInTheCurrencyOfTheCompany() {
        Map<String, Object> receipt = receipt("1", "100.00");
        receipt.put("unitCost", Map.of("amount", "100.00", "currency", "EUR"));
        post(Person.STELA, "/v1/stock-receipts", receipt)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/unitCost/currency"));
    }

    @Test
    void aRandomWalkOfReceiptsUsagesAndReversalsCostsWhatTheModelSays() {
        Walk.atRandom(CostWalk.ways(30), SEEDS, way -> {
            CostWalk walk = new CostWalk();
            way.forEach(walk::take);
            walk.check();
        });
    }

    @Test
    void nobodyCanRewriteWhatSomethingCost() throws SQLException {
        receive("10", "100.00");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update stock_valuation set unit_cost = 1 where part_id = '" + van.part() + "'"))
                    .hasMessageContaining("only ever added to");
        }
    }

    @CanIgnoreReturnValue
    private UUID receive(String kilograms, String price) {
        return Buying.id(post(Person.STELA, "/v1/stock-receipts", receipt(kilograms, price)));
    }

    private Map<String, Object> receipt(String kilograms, String price) {
        return new HashMap<>(Map.of(
                "locationId",
                van.location(),
                "partId",
                van.part(),
                "quantity",
                Van.kilograms(kilograms),
                "unitCost",
                Buying.lei(price)));
    }

    @CanIgnoreReturnValue
    private Usage used(String kilograms, String left) {
        Usage usage = van.uses(kilograms);
        usage.happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo(left));
        return usage;
    }

    private void worth(String quantity, String average, String value) {
        value().then()
                .body("items[0].onHand.amount", equalTo(quantity))
                .body("items[0].unitCost.amount", equalTo(average))
                .body("items[0].value.amount", equalTo(value));
    }

    private Response value() {
        return value("");
    }

    private Response value(String more) {
        return get(Person.ANA, "/v1/stock-values?partId=" + van.part() + more);
    }

    /** Of each entry, in the order in which they were booked. */
    private List<String> costs() {
        return van.movements().stream()
                .map(each -> (Map<?, ?>) each.get("unitCost"))
                .map(cost -> cost == null ? null : (String) cost.get("amount"))
                .toList();
    }
}
