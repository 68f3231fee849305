package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refrigerant in cylinders: where each is, what is in it by weight, and that the ledger says the same. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ContainersTest {

    /** What is in a container is the sum of its entries, all of which are at the place where it is, and are of the ledger's there. */
    static final String WRONG_CONTENTS = """
            select count(*) from (
                select c.id from container c
                 where c.content <> (select coalesce(sum(e.quantity), 0) from container_entry e where e.container_id = c.id)
                 union all
                select c.id from container c join container_entry e on e.container_id = c.id
                 where e.location_id is distinct from c.location_id
                 group by c.id, e.location_id having sum(e.quantity) <> 0
                 union all
                select m.id from container_entry e join stock_movement m on m.id = e.movement_id
                 group by m.id, m.quantity, m.location_id
                having sign(m.quantity) * sum(e.quantity) not between 0 and abs(m.quantity)
                    or bool_or(e.location_id <> m.location_id)) wrong""";

    @Inject
    AgroalDataSource database;

    private Store store;

    @BeforeEach
    void tenKilogramsAreOnTheShelf() {
        store = Store.with("10");
    }

    @AfterEach
    void whatIsInContainersIsWhatTheLedgerSays() throws SQLException {
        assertThat(ReservationsTest.number(database, WRONG_CONTENTS)).isZero();
        assertThat(ReservationsTest.number(database, LedgerTest.WRONG_LEVELS)).isZero();
    }

    @Test
    void aCylinderIsRegisteredWithNothingInItAndFilledWithWhatStandsThere() {
        Cylinder cylinder = Cylinder.at(store, store.shelf());
        get(Person.STELA, cylinder.path())
                .then()
                .body("content.amount", equalTo("0.000"))
                .body("tare.amount", equalTo("12.500"))
                .body("locationName", equalTo("Depozit Militari"))
                .body("allowedCommands", contains("move", "fill", "weigh", "return", "withdraw"));

        cylinder.fill("STOCK", "6").then().statusCode(200).body("content.amount", equalTo("6.000"));

        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("10");
        assertThat(store.at(store.shelf()).movements())
                .extracting(movement -> movement.get("kind"))
                .containsExactly("RECEIPT", "DECANTING", "DECANTING");
        Cylinder other = Cylinder.at(store, store.shelf());
        refused(other.fill("STOCK", "4.001"), 409, "not-in-stock");
        refused(cylinder.fill("RECOVERED", "4.001"), 409, "container-full");
        other.filled("4");
    }

    @Test
    void whatComesInCylindersIsReceivedWithThemAndTakenBackWithThem() {
        Cylinder known = Cylinder.at(store, store.shelf());
        String number = known.number() + "-B";
        Map<String, Object> receipt = Map.of(
                "locationId", store.shelf(),
                "partId", store.part(),
                "quantity", Van.kilograms("12"),
                "containers",
                        List.of(
                                Map.of("number", known.number(), "quantity", Van.kilograms("3")),
                                Cylinder.came(number, "9")));
        String path = post(Person.STELA, "/v1/stock-receipts", receipt)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        assertThat(known.content()).isEqualByComparingTo("3");
        get(Person.STELA, "/v1/containers?number=" + number.toLowerCase(java.util.Locale.ROOT))
                .then()
                .body("items[0].content.amount", equalTo("9.000"))
                .body("items[0].locationId", equalTo(store.shelf().toString()));
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("22");

        known.move(store.van()).then().statusCode(200);
        refused(Store.give(path, "reverse", Map.of("reason", "Greșit")), 409, "container-changed");
        known.move(store.shelf()).then().statusCode(200);
        Store.done(path, "reverse", Map.of("reason", "Greșit"));
        assertThat(known.content()).isEqualByComparingTo("0");
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("10");
    }

    @Test
    void aReceiptWhoseCylindersCannotBeTrueIsRefused() {
        Cylinder known = Cylinder.at(store, store.van());
        refusedAt(
                received("5", List.of(Cylinder.came(known.number() + "-B", "5.001"))),
                "/containers",
                "containers-hold-more");
        refusedAt(
                received("5", List.of(Map.of("number", known.number() + "-B", "quantity", Van.kilograms("5")))),
                "/containers/0/tare",
                "new-container");
        refusedAt(
                received("5", List.of(Cylinder.came(known.number(), "1"), Cylinder.came(known.number() + " ", "1"))),
                "/containers",
                "same-container");
        refused(received("5", List.of(Cylinder.came(known.number(), "5"))), 409, "container-elsewhere");
        refused(received("11", List.of(Cylinder.came(known.number() + "-B", "10.001"))), 409, "container-full");
        Store other = new Store(Van.refrigerant(), store.shelf(), store.van(), store.otherVan(), store.driver());
        refusedAt(
                received(
                        "5",
                        List.of(Cylinder.came(Cylinder.at(other, store.shelf()).number(), "5"))),
                "/containers/0/number",
                "of-another-part");
    }

    private Response received(String kilograms, List<Map<String, Object>> containers) {
        return post(
                Person.STELA,
                "/v1/stock-receipts",
                Map.of(
                        "locationId",
                        store.shelf(),
                        "partId",
                        store.part(),
                        "quantity",
                        Van.kilograms(kilograms),
                        "containers",
                        containers));
    }

    @Test
    void whatIsInItGoesWithItByAnEntryAndItsCounterEntry() {
        Cylinder cylinder = Cylinder.at(store, store.shelf()).filled("6");

        cylinder.move(store.van()).then().statusCode(200).body("locationName", equalTo("Duba lui Tudor"));

        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("4");
        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo("6");
        assertThat(cylinder.content()).isEqualByComparingTo("6");
        Map<String, Object> out = store.at(store.shelf()).movements().getLast();
        Map<String, Object> in = store.at(store.van()).movements().getLast();
        assertThat(out).containsEntry("kind", "TRANSFER_OUT").containsEntry("counterId", in.get("id"));
        assertThat(cylinder.entries())
                .extracting(entry -> entry.get("movementId"))
                .endsWith(out.get("id"), in.get("id"));
        refusedAt(cylinder.move(store.van()), "/toLocationId", "same-location");
        refusedAt(cylinder.move(UUID.randomUUID()), "/toLocationId", "unknown-reference");
    }

    @Test
    void whatStandsInCylindersIsNotPickedWithoutThemNorCountedAway() {
        Cylinder.at(store, store.shelf()).filled("6");
        String transfer = store.transfer(store.shelf(), store.van(), "4.001");
        Store.done(transfer, "request", Map.of());
        refused(Store.give(transfer, "pick", Map.of()), 409, "in-containers");
        Store.done(transfer, "pick", Store.some("4"));

        String count = post(
                        Person.STELA,
                        "/v1/stock-counts",
                        Map.of("locationId", store.shelf(), "partIds", List.of(store.part())))
                .header("Location");
        Store.done(count, "enter", Map.of("lines", List.of(Map.of("partId", store.part(), "counted", "5.999"))));
        Store.done(count, "submit", Map.of());
        refused(post(Person.SORIN, count + "/approve", Map.of("reason", "Inventar")), 409, "in-containers");
    }

    @Test
    void whatIsReservedForOthersIsNotTakenAwayInACylinder() {
        Cylinder cylinder = Cylinder.at(store, store.shelf()).filled("6");
        Visit visit = Visit.of(store.driver());
        visit.isPlannedAt("2026-03-02T07:00:00Z", 1, store.part(), "5");
        eventually(() -> assertThat(store.level(store.shelf(), "allocated")).isEqualByComparingTo("5"));

        refused(cylinder.move(store.otherVan()), 409, "reserved");
        cylinder.move(store.van()).then().statusCode(200);
    }

    @Test
    void whatTheScalesSayIsInItAndWhatDiffersIsAdjustedWithAReasonAndSomebodysToClearUp() {
        Cylinder cylinder = Cylinder.at(store, store.shelf()).filled("6");
        Store.give(cylinder.path(), "weigh", Map.of("gross", Van.kilograms("18.5")))
                .then()
                .statusCode(200)
                .body("$", hasKey("weighedAt"));
        assertThat(Cylinder.open(store, store.shelf())).isEmpty();
        refusedAt(
                Store.give(cylinder.path(), "weigh", Map.of("gross", Van.kilograms("17"))),
                "/reason",
                "reason-missing");
        refusedAt(
                Store.give(cylinder.path(), "weigh", Map.of("gross", Van.kilograms("12.499"))), "/gross", "below-tare");

        cylinder.weigh("4.5").then().statusCode(200).body("content.amount", equalTo("4.500"));

        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("8.5");
        assertThat(store.at(store.shelf()).movements().getLast())
                .containsEntry("kind", "WEIGHING_ADJUSTMENT")
                .containsEntry("reason", "Ventilul pierdea");
        assertThat(store.at(store.shelf()).discrepancies("OPEN"))
                .singleElement()
                .satisfies(found -> assertThat(found)
                        .containsEntry("kind", "CONTAINER_DIFFERENCE")
                        .containsEntry("serial", cylinder.number())
                        .containsEntry("owner", "storekeeper"));
        cylinder.weigh("5").then().statusCode(200);
        assertThat(store.level(store.shelf(), "onHand")).isEqualByComparingTo("9");
    }

    @Test
    void anEmptyOneIsReturnedAndComesBackFull() {
        Cylinder cylinder = Cylinder.at(store, store.shelf()).filled("6");
        refused(cylinder.leave("return"), 409, "container-not-empty");
        refused(cylinder.leave("withdraw"), 409, "container-not-empty");
        cylinder.weigh("0").then().statusCode(200);
        cylinder.leave("return")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("$", not(hasKey("locationId")))
                .body("allowedCommands", empty());
        cylinder.fill("RECOVERED", "1").then().statusCode(409);
        cylinder.weigh("1").then().statusCode(409);
        cylinder.move(store.van()).then().statusCode(409);
        taken(cylinder.number());

        received("7", List.of(Map.of("number", cylinder.number(), "quantity", Van.kilograms("7"))))
                .then()
                .statusCode(201);
        get(Person.STELA, cylinder.path())
                .then()
                .body("state", equalTo("IN_STOCK"))
                .body("content.amount", equalTo("7.000"));
        cylinder.weigh("0").then().statusCode(200);
        cylinder.leave("withdraw").then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        cylinder.leave("return").then().statusCode(409);
        post(Person.STELA, "/v1/containers", Cylinder.details(store.part(), store.shelf(), cylinder.number()))
                .then()
                .statusCode(201);
    }

    private void taken(String number) {
        refused(
                post(
                        Person.STELA,
                        "/v1/containers",
                        Cylinder.details(store.part(), store.shelf(), " " + number.toLowerCase(java.util.Locale.ROOT))),
                409,
                "container-number-taken");
    }

    @Test
    void whereItWasAndWhatWasInItIsToldAsOfAMoment() {
        Cylinder cylinder = Cylinder.at(store, store.shelf());
        String registered = changed(cylinder);
        cylinder.filled("6");
        String filled = changed(cylinder);
        cylinder.move(store.van()).then().statusCode(200);
        cylinder.weigh("5").then().statusCode(200);
        String weighed = changed(cylinder);
        cylinder.weigh("0").then().statusCode(200);
        cylinder.leave("return").then().statusCode(200);

        assertThat(cylinder.contentAsOf("?asOf=" + registered)).isEqualByComparingTo("0");
        assertThat(cylinder.contentAsOf("?asOf=" + filled)).isEqualByComparingTo("6");
        assertThat(cylinder.contentAsOf("?asOf=" + weighed)).isEqualByComparingTo("5");
        get(Person.STELA, "/v1/containers?partId=" + store.part() + "&locationId=" + store.shelf() + "&asOf=" + filled)
                .then()
                .body("items.content.amount", contains("6.000"))
                .body("items.state", contains("IN_STOCK"))
                .body("items[0].allowedCommands", empty());
        get(Person.STELA, "/v1/containers?partId=" + store.part() + "&locationId=" + store.van() + "&asOf=" + filled)
                .then()
                .body("items", empty());
        get(Person.STELA, "/v1/containers?partId=" + store.part() + "&state=IN_STOCK&asOf=" + weighed)
                .then()
                .body("items.locationName", contains("Duba lui Tudor"));
        get(Person.STELA, "/v1/containers?asOf=1999-12-31T00:00:00Z&partId=" + store.part())
                .then()
                .statusCode(400);
        get(Person.STELA, cylinder.path() + "?asOf=2026-01-01T00:00:00Z").then().statusCode(404);
        get(Person.STELA, cylinder.path() + "/history")
                .then()
                .body("items.action", contains("REGISTERED", "FILL", "MOVE", "WEIGH", "WEIGH", "RETURN"));
    }

    private static String changed(Cylinder cylinder) {
        return get(Person.STELA, cylinder.path()).path("changedAt");
    }

    @Test
    void aTechnicianFillsAndWeighsInTheOwnVanAndSeesWhatIsInTheWarehouses() {
        UUID own = TransfersTest.tudorsVan();
        Cylinder inVan = Cylinder.at(store, own);
        Cylinder inOtherVan = Cylinder.at(store, store.otherVan());
        Cylinder onShelf = Cylinder.at(store, store.shelf());
        Map<String, Object> recovered = Map.of("source", "RECOVERED", "quantity", Van.kilograms("2.4"));

        post(Person.TUDOR, inVan.path() + "/fill", recovered)
                .then()
                .statusCode(200)
                .body("content.amount", equalTo("2.400"));
        post(Person.TUDOR, inVan.path() + "/weigh", Cylinder.weighed("2.3"))
                .then()
                .statusCode(200);
        assertThat(store.level(own, "onHand")).isEqualByComparingTo("2.3");
        post(Person.TUDOR, onShelf.path() + "/fill", recovered).then().statusCode(403);
        post(Person.TUDOR, inOtherVan.path() + "/fill", recovered).then().statusCode(404);
        post(Person.TUDOR, inOtherVan.path() + "/weigh", Cylinder.weighed("1"))
                .then()
                .statusCode(404);
        post(Person.TUDOR, inVan.path() + "/move", Map.of("toLocationId", store.shelf()))
                .then()
                .statusCode(403);
        get(Person.TUDOR, "/v1/containers?partId=" + store.part())
                .then()
                .body("items.number", contains(inVan.number(), onShelf.number()));
        get(Person.TUDOR, inOtherVan.path()).then().statusCode(404);
        get(Person.TUDOR, onShelf.path()).then().statusCode(200);
    }

    @Test
    void thatItWasInTheVanOfAnotherATechnicianIsNotTold() {
        UUID own = TransfersTest.tudorsVan();
        Cylinder cylinder = Cylinder.at(store, store.otherVan());
        String then = changed(cylinder);
        cylinder.move(own).then().statusCode(200);
        String now = changed(cylinder);
        String list = "/v1/containers?partId=" + store.part() + "&asOf=";

        get(Person.STELA, cylinder.path() + "?asOf=" + then).then().statusCode(200);
        get(Person.TUDOR, cylinder.path() + "?asOf=" + now).then().body("locationId", equalTo(own.toString()));
        get(Person.TUDOR, list + now).then().body("items.number", contains(cylinder.number()));
        get(Person.TUDOR, cylinder.path() + "?asOf=" + then).then().statusCode(404);
        get(Person.TUDOR, list + then).then().statusCode(200).body("items", empty());
    }

    @Test
    void whatCannotBeAContainerIsRefused() {
        UUID pump = UUID.fromString(post(
                        Person.STELA,
                        "/v1/parts",
                        Map.of(
                                "number",
                                "POM-" + UUID.randomUUID(),
                                "name",
                                "Pompă",
                                "unit",
                                "EA",
                                "serialised",
                                false))
                .path("id"));
        refusedAt(registered(pump, store.shelf()), "/partId", "counted-in-pieces");
        refusedAt(registered(UUID.randomUUID(), store.shelf()), "/partId", "unknown-reference");
        refusedAt(registered(store.part(), UUID.randomUUID()), "/locationId", "unknown-reference");
    }

    private static Response registered(UUID part, UUID place) {
        return post(Person.STELA, "/v1/containers", Cylinder.details(part, place, "CIL-" + UUID.randomUUID()));
    }

    @Test
    void ofTwoWhoFillTheLastKilogramOneIsRefused() throws Exception {
        Cylinder.at(store, store.shelf()).filled("9");
        List<Cylinder> empty = IntStream.range(0, 6)
                .mapToObj(i -> Cylinder.at(store, store.shelf()))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Response>> answers = empty.stream()
                    .map(cylinder -> threads.submit(() -> cylinder.fill("STOCK", "1")))
                    .toList();
            int filled = 0;
            for (Future<Response> answer : answers) {
                filled += answer.get().statusCode() == 200 ? 1 : 0;
            }
            assertThat(filled).isOne();
        }
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    private static void refusedAt(Response answer, String pointer, String code) {
        answer.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", containsString(code));
    }
}
