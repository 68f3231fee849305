package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a technician without a network used before a count, and tells after it is approved: the count had seen it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LateUsagesTest {

    private static final String CONSUMED = "CONSUMPTION";
    private static final String ADJUSTED = "COUNT_ADJUSTMENT";

    private Store store;
    private Instant before;

    @BeforeEach
    void tenKilogramsAreInTheVanAtAHundred() {
        store = Store.empty(Van.refrigerant());
        store.at(store.van()).buy("10", "100.00");
        before = Instant.now();
    }

    @Test
    void whatTheCountHadSeenLeavesWhatWasCountedAndCostsTheJobWhatItCost() {
        String count = counted("7");
        Usage usage = store.at(store.van()).uses("3");

        usage.happensAt(before);

        eventually(() -> kinds("RECEIPT", ADJUSTED, CONSUMED, ADJUSTED));
        level("7");
        List<Map<String, Object>> entries = store.at(store.van()).movements();
        assertThat(entries.getLast())
                .containsEntry("documentId", count.substring(count.lastIndexOf('/') + 1))
                .containsEntry("counterId", entries.get(2).get("id"));
        assertThat(Events.awaitOne(Topics.PART_USAGE_COSTED, usage.order())
                        .at("/unitCost/amount")
                        .asText())
                .isEqualTo("100.0000");
        get(Person.ANA, "/v1/stock-values?partId=" + store.part())
                .then()
                .body("items[0].value.amount", equalTo("700.00"));
    }

    @Test
    void itsReversalLeavesWhatWasCountedInWhicheverOrderTheTwoAreTold() {
        var _ = counted("7");
        Usage first = store.at(store.van()).uses("3");
        first.happensAt(before);
        first.reversed().happensAt(Instant.now());
        eventually(() -> kinds("RECEIPT", ADJUSTED, CONSUMED, ADJUSTED, "REVERSAL", ADJUSTED));
        level("7");

        Usage second = store.at(store.van()).uses("2");
        second.reversed().happensAt(Instant.now());
        eventually(() -> level("9"));
        second.happensAt(before);
        eventually(() -> level("7"));
    }

    @Test
    void aUsageThatTheCountKnewOfAndThatIsTakenBackAfterItLeavesWhatWasCounted() {
        Usage usage = store.at(store.van()).uses("3");
        usage.happensAt(before);
        eventually(() -> level("7"));
        String count = open("10");
        usage.reversed().happensAt(Instant.now());
        eventually(() -> level("10"));
        approve(count);
        level("10");

        Usage other = store.at(store.van()).uses("1");
        other.happensAt(Instant.now());
        eventually(() -> level("9"));
        var _ = counted("10");
        other.reversed().happensAt(Instant.now());

        eventually(() -> assertThat(store.at(store.van()).movements()).hasSize(7));
        level("10");
    }

    @Test
    void whatWasUsedAfterTheCountIsUsed() {
        var _ = counted("7");

        store.at(store.van()).uses("3").happensAt(Instant.now());

        eventually(() -> level("4"));
    }

    @Test
    void aPieceThatTheCountDidNotFindAsItWasUsedIsInItsMachineAndNobodyHasToClearItUp() {
        Compressors compressors = Compressors.serialised();
        Van van = compressors.stock();
        compressors.receives("2", List.of("SN-1", "SN-2")).statusCode(201);
        Instant moment = Instant.now();
        String count = post(
                        Person.STELA,
                        "/v1/stock-counts",
                        Map.of("locationId", van.location(), "partIds", List.of(van.part())))
                .header("Location");
        Store.done(
                count,
                "enter",
                Map.of("lines", List.of(Map.of("partId", van.part(), "counted", "1", "serials", List.of("SN-2")))));
        approve(count);

        new SerialUsage(van.uses("1"), "SN-1", null, null).happensAt(moment);

        eventually(() -> get(Person.STELA, "/v1/pieces?serial=SN-1&partId=" + van.part())
                .then()
                .body("items[0].state", equalTo("INSTALLED")));
        assertThat(van.onHand()).isEqualByComparingTo("1");
        assertThat(van.discrepancies("OPEN")).isEmpty();
    }

    private String counted(String kilograms) {
        String count = open(kilograms);
        approve(count);
        return count;
    }

    private String open(String kilograms) {
        String count = post(
                        Person.STELA,
                        "/v1/stock-counts",
                        Map.of("locationId", store.van(), "partIds", List.of(store.part())))
                .header("Location");
        Store.done(count, "enter", Map.of("lines", List.of(Map.of("partId", store.part(), "counted", kilograms))));
        return count;
    }

    private static void approve(String count) {
        Store.done(count, "submit", Map.of());
        post(Person.SORIN, count + "/approve", Map.of("reason", "Inventar"))
                .then()
                .statusCode(200);
    }

    private void level(String kilograms) {
        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo(kilograms);
    }

    private void kinds(String... kinds) {
        assertThat(store.at(store.van()).movements())
                .extracting(each -> each.get("kind"))
                .containsExactly((Object[]) kinds);
    }
}
