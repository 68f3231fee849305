package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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

/** A wrong price is gone with the receipt that had it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class WrongPricesTest {

    private Van van;

    @BeforeEach
    void thereIsAVan() {
        van = new Van(Van.refrigerant(), Van.spareVan());
    }

    @Test
    void aWrongPriceDoesNotOutliveItsReceiptOnAnEmptyShelf() {
        van.buy("10", "100.00");
        used("10", "0");
        UUID wrong = van.buy("10", "9000.00");
        used("1", "9");

        van.takeBack(wrong);

        worth("-1.000", "100.00", "-100.00");
        used("1", "-2");
        assertThat(costs()).containsExactly("100.00", "100.00", "9000.00", "9000.00", "9000.00", "100.00");
    }

    @Test
    void whereAWrongPriceWouldLeaveLessThanNoValueTheAverageOfBeforeComesBack() {
        van.buy("5", "100.00");
        UUID wrong = van.buy("10", "9000.00");
        used("4", "11");

        van.takeBack(wrong);

        worth("1.000", "100.00", "100.00");
    }

    @Test
    void ofTwoWrongPricesNeitherComesBack() {
        van.buy("1", "100.00");
        used("1", "0");
        UUID first = van.buy("10", "9000.00");
        used("1", "9");
        UUID second = van.buy("10", "8000.00");

        van.takeBack(first);
        van.takeBack(second);

        worth("-1.000", "100.00", "-100.00");
    }

    @Test
    void whatWasPaidForAReceiptThatIsTakenBackWasPaidNowhere() {
        van.buy("10", "100.00");
        van.takeBack(van.buy("10", "9000.00"));
        Van other = new Van(van.part(), Van.spareVan());
        Usage usage = other.uses("1");
        usage.happens();

        assertThat(Events.awaitOne(Topics.PART_USAGE_COSTED, usage.order())
                        .at("/unitCost/amount")
                        .asText())
                .isEqualTo("100.0000");

        UUID only = other.buy("10", "7000.00");
        other.takeBack(only);
        other.uses("1").happens();
        eventually(() -> assertThat(other.movements().getLast().get("unitCost"))
                .isEqualTo(Map.of("amount", "100.00", "currency", "RON")));
    }

    private void used(String kilograms, String left) {
        van.uses(kilograms).happens();
        eventually(() -> assertThat(van.onHand()).isEqualByComparingTo(left));
    }

    private void worth(String quantity, String average, String value) {
        get(Person.ANA, "/v1/stock-values?partId=" + van.part())
                .then()
                .body("items[0].onHand.amount", equalTo(quantity))
                .body("items[0].unitCost.amount", equalTo(average))
                .body("items[0].value.amount", equalTo(value));
    }

    /** Of each entry, in the order in which they were booked. */
    private List<String> costs() {
        return van.movements().stream()
                .map(each -> (Map<?, ?>) each.get("unitCost"))
                .map(cost -> (String) cost.get("amount"))
                .toList();
    }
}
