package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the shelf, by those who looked, against what the ledger says. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CountsTest {

    private static final Map<String, Object> WHY = Map.of("reason", "Inventar anual");

    private Store store;

    @BeforeEach
    void tenKilogramsAreOnTheShelf() {
        store = Store.with("10");
    }

    private String opened() {
        Response answer = post(
                Person.STELA,
                "/v1/stock-counts",
                Map.of("locationId", store.shelf(), "partIds", List.of(store.part())));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.header("Location");
    }

    private String counted(String kilograms) {
        String count = opened();
        Store.done(count, "enter", found(kilograms));
        return count;
    }

    private Map<String, Object> found(String kilograms) {
        return Map.of("lines", List.of(Map.of("partId", store.part(), "counted", kilograms)));
    }

    private static void approved(String count) {
        Store.done(count, "submit", Map.of());
        post(Person.SORIN, count + "/approve", WHY).then().statusCode(200).body("state", equalTo("APPROVED"));
    }

    @Test
    void whoCountsSeesNoLevelAndSomebodyElseApprovesWhatDiffers() {
        String count = opened();
        Store.give(count, "submit", Map.of()).then().statusCode(409).body("code", equalTo("not-counted"));
        Store.give(count, "enter", found("8.5"))
                .then()
                .statusCode(200)
                .body("lines[0].counted.amount", equalTo("8.500"))
                .body("lines[0]", not(hasKey("expected")))
                .body("lines[0]", not(hasKey("difference")));
        Store.give(count, "submit", Map.of())
                .then()
                .statusCode(200)
                .body("lines[0].expected.amount", equalTo("10.000"))
                .body("lines[0].difference.amount", equalTo("-1.500"))
                .body("allowedCommands", contains("reopen", "approve", "cancel"));
        Store.give(count, "approve", WHY).then().statusCode(403).body("code", equalTo("counted-it-yourself"));
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("10");

        post(Person.SORIN, count + "/approve", WHY)
                .then()
                .statusCode(200)
                .body("approvedBy", equalTo("Sorin Dima"))
                .body("reason", equalTo("Inventar anual"));
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("8.5");
        assertThat(store.at(store.shelf()).movements().getLast())
                .containsEntry("kind", "COUNT_ADJUSTMENT")
                .containsEntry("reason", "Inventar anual")
                .containsEntry("documentId", count.substring(count.lastIndexOf('/') + 1));
        post(Person.SORIN, count + "/approve", WHY).then().statusCode(409);
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("8.5");
    }

    @Test
    void whatIsUsedAfterItWasCountedStaysUsed() {
        String count = counted("9");
        used("3", Instant.now().plusSeconds(60));
        eventually(() -> assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("7"));

        approved(count);

        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("6");
    }

    @Test
    void whatHadBeenUsedBeforeItWasCountedAndIsToldAfterwardsIsNotMissing() {
        String count = counted("7");
        Store.done(count, "submit", Map.of());
        get(Person.STELA, count).then().body("lines[0].difference.amount", equalTo("-3.000"));
        used("3", Instant.now().minusSeconds(600));
        eventually(() -> assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("7"));

        get(Person.STELA, count).then().body("lines[0].difference.amount", equalTo("0.000"));
        post(Person.SORIN, count + "/approve", WHY).then().statusCode(200);

        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("7");
        assertThat(store.at(store.shelf()).movements())
                .extracting(movement -> movement.get("kind"))
                .containsExactly("RECEIPT", "CONSUMPTION");
    }

    @Test
    void whoeverUsesItWhileTheCountIsApprovedLosesNothing() {
        String count = counted("9");
        Store.done(count, "submit", Map.of());
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> used("0.5", Instant.now().plusSeconds(60)));
            }
            threads.execute(
                    () -> post(Person.SORIN, count + "/approve", WHY).then().statusCode(200));
        }

        eventually(() -> assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("5"));
        assertThat(store.at(store.shelf()).movements()).hasSize(10);
    }

    private void used(String kilograms, Instant at) {
        store.at(store.shelf()).uses(kilograms).happensAt(at);
    }

    @Test
    void whatIsCountedAgainReplacesWhatWasCountedBeforeAndWhatIsCancelledAdjustsNothing() {
        String count = counted("1");
        Store.done(count, "submit", Map.of());
        Store.give(count, "enter", found("2")).then().statusCode(409);
        Store.done(count, "reopen", Map.of("reason", "Prea puțin"));
        Store.done(count, "enter", found("9.75"));
        approved(count);
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("9.75");

        Store.done(counted("3"), "cancel", WHY);
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("9.75");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTwoCountsHaveFoundIsBookedOnceWhicheverIsApprovedFirst(boolean isInOrder) {
        String first = counted("15");
        used("2", Instant.now());
        eventually(() -> assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("8"));
        String second = counted("13");

        approved(isInOrder ? first : second);
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("13");
        approved(isInOrder ? second : first);

        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("13");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasCountedLaterStandsWhicheverIsApprovedFirst(boolean isInOrder) {
        String first = counted("15");
        String second = counted("12");

        approved(isInOrder ? first : second);
        approved(isInOrder ? second : first);

        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("12");
    }

    @Test
    void allThatIsThereIsCountedWhereNobodyNamesPartsAndWhatNobodyExpectedIsFound() {
        Response all = post(Person.STELA, "/v1/stock-counts", Map.of("locationId", store.shelf()));
        all.then().statusCode(201).body("lines.size()", equalTo(1));
        UUID other = Van.refrigerant();
        String count = all.header("Location");
        Store.done(count, "enter", found("10"));
        Store.done(count, "enter", Map.of("lines", List.of(Map.of("partId", other, "counted", "2.5"))));
        approved(count);

        assertThat(new Van(other, store.shelf()).onHand()).isEqualByComparingTo("2.5");
        assertThat(store.at(store.shelf()).movements()).hasSize(1);
    }

    @Test
    void whatWeDoNotKnowIsNotCounted() {
        refused("/v1/stock-counts", Map.of("locationId", UUID.randomUUID()), "/locationId");
        refused(
                "/v1/stock-counts",
                Map.of("locationId", store.shelf(), "partIds", List.of(UUID.randomUUID())),
                "/partIds/0");
        refused(
                opened() + "/enter",
                Map.of("lines", List.of(Map.of("partId", UUID.randomUUID(), "counted", "1"))),
                "/lines/0/partId");
    }

    private static void refused(String path, Object body, String pointer) {
        post(Person.STELA, path, body).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void piecesThatAreNotFoundAreWithdrawnAndThoseThatAreFoundAreEntered() {
        UUID compressor = UUID.fromString(post(
                        Person.STELA,
                        "/v1/parts",
                        Map.of(
                                "number",
                                "CMP-" + UUID.randomUUID(),
                                "name",
                                "Compresor",
                                "unit",
                                "EA",
                                "serialised",
                                true))
                .path("id"));
        post(
                        Person.STELA,
                        "/v1/stock-receipts",
                        Map.of(
                                "locationId", store.shelf(),
                                "partId", compressor,
                                "quantity", Map.of("amount", "2", "unit", "EA"),
                                "serials", List.of("SN-1", "SN-2")))
                .then()
                .statusCode(201);
        String count = post(
                        Person.STELA,
                        "/v1/stock-counts",
                        Map.of("locationId", store.shelf(), "partIds", List.of(compressor)))
                .header("Location");
        Store.give(count, "enter", pieces(compressor, "2", "SN-1")).then().statusCode(422);
        Store.done(count, "enter", pieces(compressor, "3", "SN-1", "SN-3", "SN-4"));
        approved(count);

        assertThat(new Van(compressor, store.shelf()).onHand()).isEqualByComparingTo("3");
        List<String> there = get(
                        Person.STELA, "/v1/pieces?state=IN_STOCK&partId=" + compressor + "&locationId=" + store.shelf())
                .path("items.serial");
        assertThat(there).containsExactlyInAnyOrder("SN-1", "SN-3", "SN-4");
    }

    @Test
    void manyPiecesAreEnteredAFewAtATime() {
        Compressors compressors = Compressors.serialised();
        Van van = compressors.stock();
        List<String> serials =
                IntStream.rangeClosed(1, 150).mapToObj(each -> "SN-" + each).toList();
        String count = post(
                        Person.STELA,
                        "/v1/stock-counts",
                        Map.of("locationId", van.location(), "partIds", List.of(van.part())))
                .header("Location");

        Store.done(count, "enter", more(van.part(), serials.subList(0, 75)));
        Store.done(count, "enter", more(van.part(), serials.subList(75, 150)));
        Store.give(count, "enter", more(van.part(), List.of("sn-75")))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("same-serial-number"));
        approved(count);

        assertThat(van.onHand()).isEqualByComparingTo("150");
        get(Person.STELA, count).then().body("lines[0].serials.size()", equalTo(150));
    }

    private static Map<String, Object> more(UUID part, List<String> serials) {
        return Map.of(
                "lines",
                List.of(Map.of(
                        "partId", part, "counted", String.valueOf(serials.size()), "serials", serials, "more", true)));
    }

    private static Map<String, Object> pieces(UUID part, String counted, String... serials) {
        return Map.of("lines", List.of(Map.of("partId", part, "counted", counted, "serials", List.of(serials))));
    }
}
