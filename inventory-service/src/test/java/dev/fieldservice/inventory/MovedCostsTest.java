package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is moved keeps its cost, and what a count finds or misses has one. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MovedCostsTest {

    private Store store;
    private Van shelf;

    @BeforeEach
    void tenKilogramsAreOnTheShelfAtAHundred() {
        store = Store.empty(Van.refrigerant());
        shelf = store.at(store.shelf());
        shelf.buy("10", "100.00");
    }

    @Test
    void aTransferMovesWhatItsGoodsCostAndChangesNoTotal() {
        store.at(store.van()).buy("6", "150.00");
        String first = store.sent(store.shelf(), store.van(), "4");
        worth(store.shelf(), "100.0000", "600.00");
        worth(Store.TRANSIT, "100.0000", "400.00");
        total("1900.00");

        // (6 × 100 + 6 × 300) ÷ 12
        shelf.buy("6", "300.00");
        worth(store.shelf(), "200.0000", "2400.00");
        String second = store.sent(store.shelf(), store.otherVan(), "4");
        worth(store.shelf(), "200.0000", "1600.00");
        worth(Store.TRANSIT, "150.0000", "1200.00");
        total("3700.00");

        // (6 × 150 + 4 × 100) ÷ 10, not at the 150 of all that is under way
        Store.done(first, "receive", Map.of());
        worth(store.van(), "130.0000", "1300.00");
        worth(Store.TRANSIT, "200.0000", "800.00");
        total("3700.00");

        Store.done(second, "receive-part", Store.some("1"));
        worth(store.otherVan(), "200.0000", "200.00");
        worth(Store.TRANSIT, "200.0000", "600.00");
        total("3700.00");

        // 2 kg at 200 are lost
        Store.done(second, "receive", Store.some("1"));
        worth(store.otherVan(), "200.0000", "400.00");
        total("3300.00");
        assertThat(costs(Store.TRANSIT)).containsExactly("100.00", "200.00", "100.00", "200.00", "200.00", "200.00");
    }

    @Test
    void whatIsCalledOffGoesBackAtWhatItLeftAt() {
        String transfer = requested(store.shelf(), store.van(), "4");
        Store.done(transfer, "pick", Map.of());
        shelf.buy("6", "300.00");
        worth(store.shelf(), "200.0000", "2400.00");

        Store.done(transfer, "cancel", Map.of("reason", "Vizita s-a mutat"));

        // (12 × 200 + 4 × 100) ÷ 16
        worth(store.shelf(), "175.0000", "2800.00");
        assertThat(costs(store.shelf())).containsExactly("100.00", "100.00", "300.00", "100.00");
    }

    @Test
    void moreThanWasSentCostsTheAverageOfWhereItArrives() {
        store.at(store.van()).buy("6", "150.00");
        String transfer = store.sent(store.shelf(), store.van(), "4");

        Store.done(transfer, "receive", Store.some("6"));

        // (6 × 150 + 4 × 100) ÷ 10, and 2 more at that
        worth(store.van(), "130.0000", "1560.00");
        assertThat(costs(store.van())).containsExactly("150.00", "100.00", "130.00");
    }

    @Test
    void whatACountFindsAndMissesCostsTheAverage() {
        counted(store.shelf(), "12");
        worth(store.shelf(), "100.0000", "1200.00");

        // (12 × 100 + 12 × 200) ÷ 24
        shelf.buy("12", "200.00");
        counted(store.shelf(), "20");
        worth(store.shelf(), "150.0000", "3000.00");
        assertThat(costs(store.shelf())).containsExactly("100.00", "100.00", "200.00", "150.00");
    }

    @Test
    void whatIsFoundWhereNothingWasCostsWhatWasPaidLast() {
        shelf.buy("10", "180.00");

        counted(store.van(), "3");

        worth(store.van(), "180.0000", "540.00");
    }

    @Test
    void whatNobodyKnowsThePriceOfIsMovedWithoutOne() {
        Store unpriced = Store.with("10");

        unpriced.moves(unpriced.shelf(), unpriced.van(), "4");

        assertThat(unpriced.at(unpriced.van()).movements())
                .singleElement()
                .satisfies(entry -> assertThat(entry).doesNotContainKey("unitCost"));
    }

    /** The values of single places depend on the order, by which averages are rounded. */
    @Test
    void whatIsMovedBothWaysAtOnceIsMovedOnceAndKeepsTheTotal() throws InterruptedException {
        store.at(store.van()).buy("10", "200.00");
        List<String> come = Stream.generate(() -> store.sent(store.shelf(), store.van(), "1"))
                .limit(4)
                .toList();
        List<String> go = Stream.generate(() -> requested(store.van(), store.shelf(), "2"))
                .limit(4)
                .toList();
        total("3000.00");

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> calls = Stream.concat(
                            come.stream().map(each -> call(each, "receive")),
                            go.stream().map(each -> call(each, "pick")))
                    .toList();
            assertThat(threads.invokeAll(calls)).extracting(Future::resultNow).containsOnly(200);
        }

        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("6");
        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo("6");
        assertThat(store.level(Store.TRANSIT, "onHand")).isEqualByComparingTo("8");
        assertThat(total()).isCloseTo(new BigDecimal("3000.00"), within(new BigDecimal("0.05")));
    }

    private String requested(UUID from, UUID to, String kilograms) {
        String transfer = store.transfer(from, to, kilograms);
        Store.done(transfer, "request", Map.of());
        return transfer;
    }

    private static Callable<Integer> call(String transfer, String command) {
        return () -> Store.give(transfer, command, Map.of()).statusCode();
    }

    private void counted(UUID place, String kilograms) {
        Map<String, Object> count = Map.of("locationId", place, "partIds", List.of(store.part()));
        String path = post(Person.STELA, "/v1/stock-counts", count)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Store.done(path, "enter", Map.of("lines", List.of(Map.of("partId", store.part(), "counted", kilograms))));
        Store.done(path, "submit", Map.of());
        post(Person.SORIN, path + "/approve", Map.of("reason", "Inventar"))
                .then()
                .statusCode(200);
    }

    private void worth(UUID place, String average, String value) {
        Map<String, Object> there = values().stream()
                .filter(each -> each.get("locationId").equals(place.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(amount(there, "unitCost")).as("average").isEqualByComparingTo(average);
        assertThat(amount(there, "value")).as("value").isEqualByComparingTo(value);
    }

    /** Of all places, what is under way included. */
    private void total(String value) {
        assertThat(total()).isEqualByComparingTo(value);
    }

    private BigDecimal total() {
        return values().stream().map(each -> amount(each, "value")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(Map<String, Object> of, String field) {
        return new BigDecimal(((Map<?, ?>) of.get(field)).get("amount").toString());
    }

    private List<Map<String, Object>> values() {
        return get(Person.ANA, "/v1/stock-values?partId=" + store.part()).path("items");
    }

    /** Of each entry there, in the order in which they were booked. */
    private List<String> costs(UUID place) {
        return store.at(place).movements().stream()
                .map(each -> ((Map<?, ?>) each.get("unitCost")).get("amount").toString())
                .toList();
    }
}
