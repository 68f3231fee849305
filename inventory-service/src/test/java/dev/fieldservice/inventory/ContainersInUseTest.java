package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is used out of cylinders in the field is a fact, whatever the book says. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ContainersInUseTest {

    @Inject
    AgroalDataSource database;

    private Store store;
    private Cylinder cylinder;

    @BeforeEach
    void sixKilogramsAreInACylinderInTheVan() {
        store = Store.with("10");
        cylinder = Cylinder.at(store, store.shelf()).filled("6");
        cylinder.move(store.van()).then().statusCode(200);
    }

    @AfterEach
    void whatIsInContainersIsWhatTheLedgerSays() throws SQLException {
        assertThat(ReservationsTest.number(database, ContainersTest.WRONG_CONTENTS))
                .isZero();
        assertThat(ReservationsTest.number(database, LedgerTest.WRONG_LEVELS)).isZero();
    }

    private static Instant later() {
        return Instant.now().plusSeconds(60);
    }

    private void inVan(String level, String content) {
        eventually(() -> assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo(level));
        assertThat(cylinder.content()).isEqualByComparingTo(content);
    }

    @Test
    void whatIsUsedIsDrawnFromTheCylinderAndComesBackWhenItIsTakenBack() {
        Usage usage = cylinder.usedAt(store.van(), "2.4", later());
        inVan("3.6", "3.6");
        assertThat(cylinder.entries().getLast())
                .containsEntry("kind", "CONSUMPTION")
                .containsEntry("orderId", usage.order().toString());
        cylinder.tell(usage, later());
        cylinder.tell(usage.reversed(), later());
        inVan("6", "6");
        assertThat(Cylinder.open(store, store.van())).isEmpty();
    }

    @Test
    void whoeverUsesMoreThanIsKnownToBeInItOpensADiscrepancyAndNobodyCarriesItAwayBeforeItIsWeighed() {
        cylinder.usedAt(store.van(), "7", later());
        inVan("-1", "-1");
        eventually(() -> assertThat(Cylinder.open(store, store.van()))
                .containsExactlyInAnyOrder("NEGATIVE_STOCK", "CONTAINER_OVERDRAWN"));
        cylinder.move(store.shelf()).then().statusCode(409);

        cylinder.weigh("0.5").then().statusCode(200);
        inVan("0.5", "0.5");
    }

    @Test
    void twoWhoDrawTheLastKilogramBothHaveAndOneDiscrepancyIsOpened() {
        cylinder.weigh("1").then().statusCode(200);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> cylinder.usedAt(store.van(), "1", later()));
            }
        }

        inVan("-3", "-3");
        assertThat(Cylinder.open(store, store.van()))
                .containsExactlyInAnyOrder("CONTAINER_DIFFERENCE", "NEGATIVE_STOCK", "CONTAINER_OVERDRAWN");
    }

    @Test
    void whatIsUsedOutOfOneThatIsElsewhereIsDrawnThereAndTheVanIsNotShort() {
        Usage usage = cylinder.usedAt(store.otherVan(), "2", later());
        inVan("4", "4");
        assertThat(store.level(store.otherVan(), "onHand")).isEqualByComparingTo("0");
        assertThat(Cylinder.open(store, store.otherVan())).containsExactly("CONTAINER_ELSEWHERE");
        cylinder.tell(usage.reversed(), later());
        inVan("6", "6");
        assertThat(store.level(store.otherVan(), "onHand")).isEqualByComparingTo("0");
    }

    @Test
    void whatHadBeenUsedBeforeItWasMovedAndIsToldAfterwardsIsNothingToClearUp() {
        Instant before = Instant.now();
        cylinder.move(store.shelf()).then().statusCode(200);
        cylinder.usedAt(store.van(), "2", before);

        eventually(() -> assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("8"));
        assertThat(cylinder.content()).isEqualByComparingTo("4");
        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo("0");
        assertThat(Cylinder.open(store, store.van())).isEmpty();
    }

    @Test
    void whatHadBeenUsedBeforeItWasWeighedAndIsToldAfterwardsIsNotDrawnTwice() {
        Instant before = Instant.now();
        cylinder.weigh("4").then().statusCode(200);
        Usage usage = cylinder.usedAt(store.van(), "2", before);
        eventually(() -> assertThat(store.at(store.van()).movements())
                .extracting(movement -> movement.get("kind"))
                .containsExactly("TRANSFER_IN", "WEIGHING_ADJUSTMENT", "CONSUMPTION", "WEIGHING_ADJUSTMENT"));
        inVan("4", "4");

        cylinder.tell(usage.reversed(), later());
        eventually(() -> assertThat(store.at(store.van()).movements()).hasSize(6));
        inVan("4", "4");
    }

    /** Neither the usage nor that the scales had seen it is anything that came after the count. */
    @Test
    void whatTheScalesHadSeenChangesNoCountThatIsApprovedAfterIt() {
        Instant before = Instant.now();
        cylinder.weigh("4").then().statusCode(200);
        String count = post(
                        Person.STELA,
                        "/v1/stock-counts",
                        Map.of("locationId", store.van(), "partIds", List.of(store.part())))
                .header("Location");
        Store.done(count, "enter", Map.of("lines", List.of(Map.of("partId", store.part(), "counted", "4"))));
        int entries = store.at(store.van()).movements().size();
        cylinder.usedAt(store.van(), "2", before);
        eventually(() -> assertThat(store.at(store.van()).movements()).hasSize(entries + 2));

        Store.done(count, "submit", Map.of());
        post(Person.SORIN, count + "/approve", Map.of("reason", "Cântărit"))
                .then()
                .statusCode(200);

        inVan("4", "4");
    }

    @Test
    void whoNamesNoCylinderLeavesMoreInThemThanIsThereUntilOneIsWeighed() {
        store.at(store.van()).uses("2").happens();
        inVan("4", "6");
        eventually(() -> assertThat(Cylinder.open(store, store.van())).containsExactly("MORE_IN_CONTAINERS"));

        cylinder.weigh("3.5").then().statusCode(200);

        inVan("3.5", "3.5");
        assertThat(store.at(store.van()).movements())
                .extracting(movement -> movement.get("kind"))
                .containsExactly("TRANSFER_IN", "CONSUMPTION", "DECANTING", "DECANTING", "WEIGHING_ADJUSTMENT");
    }

    @Test
    void aCylinderThatNobodyKnowsOrThatIsGoneIsSomebodysToClearUp() {
        Cylinder.tell(store.at(store.van()).uses("1"), "CIL-NIMENI", later());
        inVan("5", "6");
        eventually(() -> assertThat(Cylinder.open(store, store.van()))
                .containsExactlyInAnyOrder("UNKNOWN_CONTAINER", "MORE_IN_CONTAINERS"));

        Cylinder gone = Cylinder.at(store, store.van());
        gone.leave("return").then().statusCode(200);
        gone.usedAt(store.van(), "1", later());
        inVan("4", "6");
        eventually(() -> assertThat(Cylinder.open(store, store.van())).hasSize(3));
    }

    @Test
    void oneOfAnotherPartIsNotDrawnFrom() {
        Store other = new Store(Van.refrigerant(), store.shelf(), store.van(), store.otherVan(), store.driver());
        Cylinder others = Cylinder.at(other, store.van());
        others.fill("RECOVERED", "3").then().statusCode(200);
        Cylinder.tell(store.at(store.van()).uses("1"), others.number(), later());
        inVan("5", "6");
        assertThat(others.content()).isEqualByComparingTo("3");
    }

    @Test
    void whatATechnicianTellsWhileItIsWeighedIsCountedOnce() {
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (int i = 0; i < 6; i++) {
                threads.execute(() -> cylinder.usedAt(store.van(), "0.5", later()));
            }
            threads.execute(() -> post(Person.STELA, cylinder.path() + "/move", Map.of("toLocationId", store.shelf()))
                    .then()
                    .statusCode(200));
        }
        eventually(() -> assertThat(cylinder.content()).isEqualByComparingTo("3"));
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("7");
        assertThat(List.of(store.level(store.van(), "onHand").signum())).containsExactly(0);
    }
}
