package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dispatch is told nothing false of the parts of a visit: neither while they are on their way, nor before all were looked for. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PlannedPartsTest {

    private Store store;
    private Visit visit;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void tenKilogramsAreOnTheShelf() {
        store = Store.with("10");
        visit = Visit.of(store.driver());
    }

    @AfterEach
    void whatIsAllocatedIsWhatIsReservedAndNoMoreThanIsThere() throws SQLException {
        eventually(() -> assertThat(ReservationsTest.number(database, ReservationsTest.WRONG_ALLOCATIONS))
                .isZero());
        assertThat(ReservationsTest.number(database, ReservationsTest.WRONG_ENTRIES))
                .isZero();
    }

    @Test
    void whatIsOnItsWayToTheVanOfTheVisitIsToBePickedForNobodyElse() {
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("TO_PICK");
        String transfer = store.sent(store.shelf(), store.van(), "10");
        Visit other = Visit.of(UUID.randomUUID());
        other.isPlannedAt("2026-03-02T08:00:00Z", 1, store.part(), "1");

        assertThat(other.told(1)).containsExactly("MISSING");
        seen(visit).body("items[0].toPick.amount", equalTo("4.000")).body("items[0].missing.amount", equalTo("0.000"));
        assertThat(visit.told(1)).containsExactly("TO_PICK");

        Store.done(transfer, "receive", Map.of());
        assertThat(visit.told(2)).containsExactly("TO_PICK", "READY");
    }

    @Test
    void ofSeveralPartsNothingIsToldBeforeAllOfThemWereLookedFor() {
        List<Store> stores =
                IntStream.range(0, 8).mapToObj(i -> Store.with("3")).toList();

        visit.isPlanned(
                1,
                stores.stream()
                        .map(each -> Visit.planned(each.part(), Van.kilograms("2")))
                        .toList());

        assertThat(visit.told(1)).containsExactly("TO_PICK");
        visit.isPlanned(
                2,
                stores.stream()
                        .map(each -> Visit.planned(each.part(), Van.kilograms("3")))
                        .toList());
        eventually(() -> assertThat(get(Person.STELA, "/v1/part-reservations?orderId=" + visit.order())
                        .<List<String>>path("items.toPick.amount"))
                .hasSize(8)
                .containsOnly("3.000"));
        visit.becomes("COMPLETED", 2);
        assertThat(visit.told(2)).containsExactly("TO_PICK", "NONE");
    }

    @Test
    void aVanThatIsGivenToAnotherServesTheVisitsOfThatOne() {
        store.moves(store.shelf(), store.otherVan(), "10");
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("MISSING");

        change(store.van(), 0, Map.of("kind", "VEHICLE", "name", "Duba lui Tudor"));
        change(store.otherVan(), 0, van(store.driver()));
        assertThat(visit.told(2)).containsExactly("MISSING", "READY");

        change(store.otherVan(), 1, van(UUID.randomUUID()));
        assertThat(visit.told(3)).containsExactly("MISSING", "READY", "MISSING");
        change(store.otherVan(), 2, Map.of("kind", "WAREHOUSE", "name", "Container"));
        assertThat(visit.told(4)).containsExactly("MISSING", "READY", "MISSING", "TO_PICK");
    }

    @Test
    void ofAVisitThatIsOverNothingIsLeftThatBookingsOfThePartRead() {
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("TO_PICK");

        visit.becomes("COMPLETED", 1);

        assertThat(visit.told(2)).containsExactly("TO_PICK", "NONE");
        eventually(() -> assertThat(ReservationsTest.number(
                        database, "select count(*) from part_demand where order_id = '" + visit.order() + "'"))
                .isZero());
        visit.next().isPlannedAt("2026-03-03T07:00:00Z", 2, store.part(), "3");
        assertThat(visit.told(3)).containsExactly("TO_PICK", "NONE", "TO_PICK");
    }

    @Test
    void whatIsSupersededNamesWhatIsTakenInItsPlace() {
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("TO_PICK");
        seen(visit).body("items[0].currentPartId", nullValue());
        UUID young = Van.refrigerant();
        Map<String, Object> old = get(Person.STELA, "/v1/parts/" + store.part()).path("");
        old.put("supersededById", young);
        put(Person.STELA, "/v1/parts/" + store.part(), "\"0\"", old).then().statusCode(200);

        seen(visit).body("items[0].currentPartId", equalTo(young.toString()));
    }

    private static ValidatableResponse seen(Visit of) {
        return get(Person.STELA, "/v1/part-reservations?orderId=" + of.order())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    private static Map<String, Object> van(UUID driver) {
        return Map.of("kind", "VEHICLE", "name", "Duba Teodorei", "technicianId", driver);
    }

    private static void change(UUID place, int version, Map<String, Object> details) {
        put(Person.STELA, "/v1/stock-locations/" + place, "\"" + version + "\"", details)
                .then()
                .statusCode(200);
    }
}
