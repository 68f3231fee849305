package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Waiting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are late: who sees to them, since when, and what has not come. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LateOrdersTest {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private Buying buying;

    @BeforeEach
    void thereIsASupplier() {
        buying = Buying.inLei();
    }

    @Test
    void whatWasExpectedBeforeTodayIsLateUntilAllOfItIsThere() {
        UUID order = Buying.id(post(Person.BOGDAN, "/v1/purchase-orders", buying.wanted("20", "1.00")));
        String late = "/v1/purchase-orders?supplierId=" + buying.supplier() + "&late=";
        Buying.place(order).then().body("state", equalTo("ORDERED"));
        get(Person.BOGDAN, late + true).then().body("items", empty());
        get(Person.BOGDAN, late + false).then().body("items.id", contains(order.toString()));

        Instant then = Instant.now().plus(Duration.ofDays(1000));
        MovableClock.set(then);
        try {
            get(Person.BOGDAN, late + true).then().body("items.id", contains(order.toString()));
            get(Person.BOGDAN, late + false).then().body("items", empty());
            Buying.receives(order, "AV 1", "8").then().statusCode(200).body("late.detail", equalTo(toCome("12.000")));
            get(Person.BOGDAN, late + true)
                    .then()
                    .body("items[0].late.detail", equalTo(toCome("12.000")))
                    .body("items[0].late.days", equalTo(days(Buying.read(order).path("expectedOn"), then)));
            Buying.read(order)
                    .then()
                    .body("late.owner", equalTo(Buying.read(order).path("orderedBy")))
                    .body("late.since", equalTo(endOf(Buying.read(order).path("expectedOn"))));
            assertThat(Waiting.counted(Person.BOGDAN, "PURCHASE_ORDERS_LATE")).isPositive();
            Waiting.isWhatTheListsHold(Person.ADMIN);
            Buying.receives(order, "AV 2", "12").then().statusCode(200).body("late", nullValue());
            get(Person.BOGDAN, late + true).then().body("items", empty());
        } finally {
            MovableClock.reset();
        }
    }

    private static String toCome(String kilograms) {
        return kilograms + " KGM Agent frigorific R-449A";
    }

    private static String endOf(String day) {
        return LocalDate.parse(day)
                .plusDays(1)
                .atStartOfDay(BUCHAREST)
                .toInstant()
                .toString();
    }

    private static int days(String from, Instant then) {
        return (int) ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.ofInstant(then, BUCHAREST));
    }
}
