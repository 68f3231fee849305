package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a visit takes along is kept for it, and missing parts say so before anyone drives. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReservationsTest {

    static final String WRONG_ALLOCATIONS = """
            select count(*) from (
                select part_id, location_id, sum(quantity) as total from reservation group by 1, 2) r
              full join (select * from stock_level where allocated <> 0) l using (part_id, location_id)
             where l.allocated is distinct from r.total or l.allocated > greatest(l.on_hand, 0)""";

    static final String WRONG_ENTRIES = """
            select count(*) from (
                select part_id, order_id, location_id, sum(quantity) as total from reservation_entry group by 1, 2, 3
                having sum(quantity) <> 0) e
              full join reservation r using (part_id, order_id, location_id)
             where r.quantity is distinct from e.total""";

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
        eventually(() -> assertThat(number(database, WRONG_ALLOCATIONS)).isZero());
        assertThat(number(database, WRONG_ENTRIES)).isZero();
    }

    static long number(AgroalDataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    @Test
    void whatIsPlannedIsReservedInTheVanThenInTheWarehouse() {
        store.moves(store.shelf(), store.van(), "2");

        visit.isPlanned(1, store.part(), "3", "1.5");

        assertThat(visit.told(1)).containsExactly("TO_PICK");
        levels(store.van(), "2", "2", "0");
        levels(store.shelf(), "8", "2.5", "5.5");
        get(Person.DANA, "/v1/part-reservations?orderId=" + visit.order())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].planned.amount", equalTo("4.500"))
                .body("items[0].fromVan.amount", equalTo("2.000"))
                .body("items[0].toPick.amount", equalTo("2.500"))
                .body("items[0].missing.amount", equalTo("0.000"))
                .body("items[0].vanId", equalTo(store.van().toString()));
    }

    private void levels(UUID place, String onHand, String allocated, String available) {
        eventually(() -> {
            assertThat(store.level(place, "onHand")).isEqualByComparingTo(onHand);
            assertThat(store.level(place, "allocated")).isEqualByComparingTo(allocated);
            assertThat(store.level(place, "available")).isEqualByComparingTo(available);
        });
    }

    @Test
    void whatIsPickedForTheVisitIsReadyWhenItIsInTheVan() {
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("TO_PICK");

        store.moves(store.shelf(), store.van(), "4");

        assertThat(visit.told(2)).containsExactly("TO_PICK", "READY");
        levels(store.van(), "4", "4", "0");
        levels(store.shelf(), "6", "0", "6");
    }

    @Test
    void whatIsNowhereIsMissingUntilItComes() {
        UUID substitute = Van.refrigerant();
        Map<String, Object> part =
                get(Person.STELA, "/v1/parts/" + store.part()).path("");
        part.put("substituteIds", List.of(substitute));
        put(Person.STELA, "/v1/parts/" + store.part(), "\"0\"", part).then().statusCode(200);
        visit.isPlanned(1, store.part(), "11.5");

        assertThat(visit.lastTold(1).path("parts").asText()).isEqualTo("MISSING");
        assertThat(visit.lastTold(1).at("/missing/0/quantity/amount").asText()).isEqualTo("1.500");
        get(Person.BOGDAN, "/v1/part-reservations?missing=true&partId=" + store.part())
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].missing.amount", equalTo("1.500"))
                .body("items[0].substituteIds", equalTo(List.of(substitute.toString())));

        store.at(store.shelf()).receive("2");
        assertThat(visit.told(2)).containsExactly("MISSING", "TO_PICK");
        levels(store.shelf(), "12", "11.5", "0.5");
        get(Person.BOGDAN, "/v1/part-reservations?missing=true&partId=" + store.part())
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void whoWasPlannedFirstIsServedFirstAndWhatIsTakenBackIsFreeForOthers() {
        Visit later = Visit.of(UUID.randomUUID());
        visit.isPlanned(1, store.part(), "8");
        assertThat(visit.told(1)).containsExactly("TO_PICK");
        later.isPlannedAt("2026-03-02T08:00:00Z", 1, store.part(), "3");
        assertThat(later.told(1)).containsExactly("MISSING");

        visit.isTakenBack(2);

        assertThat(visit.told(2)).containsExactly("TO_PICK", "NONE");
        assertThat(later.told(2)).containsExactly("MISSING", "TO_PICK");
        levels(store.shelf(), "10", "3", "7");
    }

    @Test
    void ofEightWhoWantTheLastAtOnceThoseAreServedWhoCameFirstAndNothingIsGivenTwice() {
        List<Visit> visits =
                IntStream.range(0, 8).mapToObj(i -> Visit.of(UUID.randomUUID())).toList();
        visits.parallelStream()
                .forEach(each -> each.isPlannedAt(
                        "2026-03-02T07:41:0%dZ".formatted(visits.indexOf(each)), 1, store.part(), "3"));

        levels(store.shelf(), "10", "10", "0");
        eventually(() -> assertThat(get(Person.STELA, "/v1/part-reservations?partId=" + store.part())
                        .<List<String>>path("items.sort{it.since}.toPick.amount"))
                .containsExactly("3.000", "3.000", "3.000", "1.000", "0.000", "0.000", "0.000", "0.000"));
    }

    @Test
    void whatIsUsedIsReservedNoMoreAndWhatIsLeftIsFreeWhenTheVisitIsOver() {
        store.moves(store.shelf(), store.van(), "4");
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("READY");

        Usage usage = visit.uses(store.at(store.van()), "3");
        usage.happens();
        levels(store.van(), "1", "1", "0");
        usage.reversed().happens();
        levels(store.van(), "4", "4", "0");
        visit.uses(store.at(store.van()), "2.5").happens();
        levels(store.van(), "1.5", "1.5", "0");

        visit.becomes("COMPLETED", 1);
        levels(store.van(), "1.5", "0", "1.5");
        assertThat(visit.told(2)).containsExactly("READY", "NONE");
    }

    @Test
    void whatSomebodyElseUsesUpIsMissing() {
        store.moves(store.shelf(), store.van(), "10");
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("READY");

        Visit.of(store.driver()).uses(store.at(store.van()), "7").happens();

        assertThat(visit.told(2)).containsExactly("READY", "MISSING");
        levels(store.van(), "3", "3", "0");
    }

    @Test
    void aVisitThatIsGivenToAnotherIsReadyInTheOthersVanOnly() {
        store.moves(store.shelf(), store.van(), "10");
        visit.isPlanned(1, store.part(), "4");
        assertThat(visit.told(1)).containsExactly("READY");

        visit.by(UUID.randomUUID()).isPlanned(2, store.part(), "4");

        assertThat(visit.told(2)).containsExactly("READY", "MISSING");
        levels(store.van(), "10", "0", "10");
    }

    @Test
    void whatIsOldComesLateOrTwiceReservesNothing() {
        visit.isTakenBack(2);
        visit.isPlanned(1, store.part(), "4");
        Visit rejected = Visit.of(store.driver());
        rejected.becomes("REJECTED", 1);
        rejected.isPlanned(1, store.part(), "4");
        Visit done = Visit.of(store.driver());
        done.becomes("COMPLETED", 1);
        done.isPlanned(5, store.part(), "4");
        Visit next = done.next();
        next.isPlanned(6, store.part(), "1");

        eventually(() -> assertThat(next.told(1)).endsWith("TO_PICK"));
        levels(store.shelf(), "10", "1", "9");
        done.isPlanned(7, store.part(), "4");
        next.isPlanned(6, store.part(), "1");
        levels(store.shelf(), "10", "1", "9");
    }

    @Test
    void whoRejectsAnOlderPlanReleasesNothingOfTheNewer() {
        visit.isPlanned(1, store.part(), "4");
        visit.isPlanned(2, store.part(), "5");
        levels(store.shelf(), "10", "5", "5");

        visit.becomes("REJECTED", 1);
        Visit marker = Visit.of(store.driver());
        marker.isPlanned(1, store.part(), "1");

        assertThat(marker.told(1)).containsExactly("TO_PICK");
        levels(store.shelf(), "10", "6", "4");
    }

    @Test
    void whatWasUsedOnTheVisitBeforeIsNeededAllTheSame() {
        store.moves(store.shelf(), store.van(), "10");
        visit.isPlanned(1, store.part(), "4");
        visit.uses(store.at(store.van()), "4").happens();
        visit.becomes("PARTIALLY_COMPLETED", 1);
        levels(store.van(), "6", "0", "6");

        visit.next().isPlannedAt("2026-03-03T07:00:00Z", 2, store.part(), "4");

        levels(store.van(), "6", "4", "2");
    }

    @Test
    void whatIsReservedForOthersIsNotPicked() {
        visit.isPlanned(1, store.part(), "8");
        levels(store.shelf(), "10", "8", "2");
        String theirs = store.transfer(store.shelf(), store.otherVan(), "3");
        Store.done(theirs, "request", Map.of());

        Store.give(theirs, "pick", Map.of()).then().statusCode(409).body("code", equalTo("reserved"));
        Store.done(theirs, "pick", Store.some("2"));
        store.moves(store.shelf(), store.van(), "8");

        assertThat(visit.told(2)).containsExactly("TO_PICK", "READY");
    }

    @Test
    void aPlanWithoutPartsIsNotTalkedAboutAndOneThatLosesThemIs() {
        visit.isPlanned(1, store.part());
        visit.isPlanned(2, store.part(), "1");
        assertThat(visit.told(1)).containsExactly("TO_PICK");
        visit.isPlanned(3, store.part());

        assertThat(visit.told(2)).containsExactly("TO_PICK", "NONE");
        levels(store.shelf(), "10", "0", "10");
    }
}
