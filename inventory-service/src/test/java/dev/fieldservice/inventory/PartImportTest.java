package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists of parts: each row is entered once or named with what is wrong, and the same list again changes nothing. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartImportTest {

    private final String series = "IMP-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void newPartsAreRegisteredAndOldOnesChanged() {
        String category = "Filtre " + series;
        post(Person.STELA, "/v1/part-categories", Map.of("name", category))
                .then()
                .statusCode(201);
        UUID substitute = Van.refrigerant();
        Filter old = Filter.with(Map.of("reorderPoint", "5", "substituteIds", List.of(substitute)));
        String number = (String) old.details().get("number");
        String gtin = Filter.gtin();

        String made = sent("""
                number;name;unit;gtin;category;reorderPoint
                %s-1; Filtru  Ștefan ;EA;%s;%s;7
                %s;Filtru nou;EA;;;
                """.formatted(
                series, gtin, category.toUpperCase(java.util.Locale.ROOT), number.toLowerCase(java.util.Locale.ROOT)));

        figures(made, 1, 1, 0, 0);
        part(series + "-1")
                .then()
                .body("items[0].name", equalTo("Filtru  Ștefan"))
                .body("items[0].gtin", equalTo("0" + gtin))
                .body("items[0].reorderPoint", equalTo("7.000"))
                .body("items[0].serialised", equalTo(false));
        get(Person.STELA, "/v1/parts?q=" + gtin).then().body("items.size()", equalTo(1));
        // The number stays as it was written first, and what is in no column as it is.
        old.read()
                .then()
                .body("number", equalTo(number))
                .body("name", equalTo("Filtru nou"))
                .body("reorderPoint", nullValue())
                .body("substituteIds", equalTo(List.of(substitute.toString())));
        rows(made, "")
                .then()
                .body("items.row", equalTo(List.of(1, 2)))
                .body("items.outcome", equalTo(List.of("CREATED", "CHANGED")))
                .body("items[1].partId", equalTo(old.id().toString()));
    }

    @Test
    void theSameListAgainChangesNothing() {
        String list = list(5, "Filtru");
        figures(sent(list), 5, 0, 0, 0);
        UUID first = UUID.fromString(part(series + "-1").path("items[0].id"));

        figures(sent(list), 0, 0, 5, 0);
        figures(sent(list.replace("Filtru 1", "Filtru nou")), 0, 1, 4, 0);
        assertThat(Events.await(Topics.PART_REGISTERED, first, 2)).hasSize(2);
        get(Person.STELA, "/v1/parts/" + first).then().header("ETag", equalTo("\"1\""));
    }

    @Test
    void aDryRunTellsTheSameAndEntersNothing() {
        String list = list(3, "Filtru") + series + "-4,,EA,\n";
        String tried = sent("?dryRun=true", list);

        figures(tried, 3, 0, 0, 1);
        get(Person.STELA, tried).then().body("dryRun", equalTo(true));
        part(series + "-1").then().body("items.size()", equalTo(0));
        String entered = sent(list);
        figures(entered, 3, 0, 0, 1);
        assertThat(outcomes(entered)).isEqualTo(outcomes(tried));
        figures(sent("?dryRun=true", list), 0, 0, 3, 1);
        get(Person.STELA, "/v1/part-imports?dryRun=true&limit=200")
                .then()
                .body("items[0].sentBy", equalTo(get(Person.STELA, tried).path("sentBy")));
    }

    @Test
    void aRowThatIsWrongHoldsUpNoOther() {
        String taken = Filter.gtin();
        String twice = Filter.gtin();
        Filter.with(Map.of("gtin", taken)).read().then().statusCode(200);
        Filter kilograms = Filter.ordinary();
        String mistyped = taken.substring(0, 12) + (taken.charAt(12) == '0' ? '1' : '0');

        String made =
                sent("""
                number,name,unit,serialised,reorderPoint,gtin,category
                %1$s-1,Filtru,EA,,,,
                %1$s-2,,EA,,,,
                %1$s-3,Filtru,BUC,,,,
                %1$s-4,Filtru,EA,poate,,,
                %1$s-5,Filtru,EA,,mult,,
                %1$s-6,Filtru,EA,,2.5,,
                %1$s-7,Filtru,EA,,,%2$s,
                %1$s-8,Filtru,EA,,,%3$s,
                %1$s-9,Filtru,EA,,,,Nicăieri
                %1$s-10,Filtru
                %1$s - 1,Filtru,EA,,,,
                ,Filtru,EA,,,,
                %4$s,Filtru,KGM,,,,
                %1$s-14,Filtru\u0001,EA,,,,
                %1$s-15,Filtru,EA,,,%5$s,
                %1$s-16,Filtru,EA,,,0%5$s,
                %1$s-17,Freon,KGM,true,1.5,,
                """.formatted(series, mistyped, taken, kilograms.details().get("number"), twice));

        figures(made, 2, 0, 0, 15);
        assertThat(rows(made, "?limit=200").<List<Map<String, Object>>>path("items"))
                .extracting(row -> row.get("row") + " " + row.get("field") + " " + row.get("code"))
                .containsExactly(
                        "1 null null",
                        "2 name not-blank",
                        "3 unit unit-code",
                        "4 serialised not-a-boolean",
                        "5 reorderPoint not-a-number",
                        "6 reorderPoint whole-pieces",
                        "7 gtin wrong-check-digit",
                        "8 gtin gtin-taken",
                        "9 category unknown-reference",
                        "10 null other-number-of-fields",
                        "11 number number-twice",
                        "12 number not-blank",
                        "13 unit unit-is-fixed",
                        "14 name pattern",
                        "15 null null",
                        "16 gtin gtin-twice",
                        "17 serialised serialised-in-pieces");
        rows(made, "?outcome=REJECTED&limit=200").then().body("items.size()", equalTo(15));
        rows(made, "?limit=200").then().body("items[10].detail", equalTo("Row 1 has it too."));
    }

    @Test
    void whatIsNoListIsRefusedAsAWhole() {
        refused("name,unit\nFiltru,EA\n", "wrong-columns");
        refused("number,price\n" + series + ",5\n", "wrong-columns");
        refused("number,number\n" + series + ",5\n", "wrong-columns");
        refused("number,name\n", "no-rows");
        refused("number\n" + "X\n".repeat(20_001), "too-many-rows");
        send("", UUID.randomUUID().toString(), "number,name\nȘ,ș\n".getBytes(StandardCharsets.UTF_16))
                .then()
                .statusCode(422)
                .body("code", equalTo("not-utf-8"));
        send("", UUID.randomUUID().toString(), new byte[0]).then().statusCode(400);
        send("", UUID.randomUUID().toString(), new byte[8 * 1024 * 1024 + 1])
                .then()
                .statusCode(413);
        as(Person.STELA)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/part-imports")
                .then()
                .statusCode(415);
        get(Person.DANA, "/v1/part-imports").then().statusCode(403);
        get(Person.STELA, "/v1/part-imports/" + UUID.randomUUID() + "/rows")
                .then()
                .statusCode(404);
    }

    @Test
    void aListThatIsSentAgainUnderItsKeyIsTakenOnce() {
        String key = UUID.randomUUID().toString();
        byte[] list = list(2, "Filtru").getBytes(StandardCharsets.UTF_8);
        String made = send("", key, list).then().statusCode(201).extract().header("Location");

        send("", key, list)
                .then()
                .statusCode(201)
                .header("Location", equalTo(made))
                .header("Idempotency-Replayed", equalTo("true"));
        send("?dryRun=true", key, list).then().statusCode(422);
        figures(made, 2, 0, 0, 0);
    }

    /** Several pages; one of them waits for somebody, or is tried again. */
    @Test
    void eachRowTakesEffectOnceWhoeverIsInTheWay() throws SQLException {
        figures(sent(list(450, "Filtru")), 450, 0, 0, 0);
        UUID held = UUID.fromString(part(series + "-300").path("items[0].id"));
        String made;
        try (var change = Rows.changing("update part set name = 'Altfel', version = version + 1 where id = ?", held)) {
            made = sent(list(450, "Filtru nou"));
            eventually(() -> assertThat(change.isWaitedFor()).isTrue());
            get(Person.STELA, made).then().body("state", equalTo("RUNNING")).body("changed", equalTo(200));
            change.commit();
        }

        figures(made, 0, 450, 0, 0);
        get(Person.STELA, "/v1/parts/" + held).then().header("ETag", equalTo("\"2\""));
        UUID other = UUID.fromString(part(series + "-301").path("items[0].id"));
        get(Person.STELA, "/v1/parts/" + other).then().header("ETag", equalTo("\"1\""));
    }

    @Test
    @Tag("long")
    void twentyThousandRowsAreEnteredInAnyCase() {
        String list = list(20_000, "Filtru deshidrator");
        long begun = System.nanoTime();
        String made = sent(list);
        long taken = System.nanoTime();
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> isDone(made));
        long done = System.nanoTime();
        String again = sent(list);
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> isDone(again));
        System.out.printf(
                "20000 parts: taken in %d ms, entered in %d ms; the same again in %d ms%n",
                (taken - begun) / 1_000_000, (done - begun) / 1_000_000, (System.nanoTime() - done) / 1_000_000);

        figures(made, 20_000, 0, 0, 0);
        figures(again, 0, 0, 20_000, 0);
    }

    /**
     * With all that a part may have but for other parts and a reorder point, by which all of it would be to be bought: longer than what
     * a caller may otherwise have in flight.
     */
    @Test
    @Tag("long")
    void aCatalogueOfLongRowsIsTriedAndEnteredAsAWhole() {
        String category = "Agregate frigorifice " + series;
        post(Person.STELA, "/v1/part-categories", Map.of("name", category))
                .then()
                .statusCode(201);
        String list = IntStream.rangeClosed(1, 20_000)
                .mapToObj(row -> "%s-%d,%s,EA,false,,%s,%s,XBX=12\n"
                        .formatted(
                                series,
                                row,
                                "Ștuț %05d ".formatted(row).repeat(16).strip(),
                                gtin(row),
                                category))
                .collect(Collectors.joining(
                        "", "number,name,unit,serialised,reorderPoint,gtin,category,otherUnits\n", ""));
        assertThat(list.getBytes(StandardCharsets.UTF_8).length).isBetween(5 << 20, 8 << 20);

        String tried = sent("?dryRun=true", list);
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> isDone(tried));
        figures(tried, 20_000, 0, 0, 0);
        String entered = sent(list);
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> isDone(entered));
        figures(entered, 20_000, 0, 0, 0);
        part(series + "-20000").then().body("items[0].gtin", equalTo("0" + gtin(20_000)));
    }

    /** Of this list alone, as far as chance goes. */
    private String gtin(int row) {
        String digits = "59%05d%05d".formatted(Math.floorMod(series.hashCode(), 100_000), row);
        int sum = IntStream.range(0, 12)
                .map(at -> (digits.charAt(at) - '0') * (at % 2 == 0 ? 1 : 3))
                .sum();
        return digits + (10 - sum % 10) % 10;
    }

    /** All of them in pieces, without a reorder point. */
    private String list(int rows, String name) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> "%s-%d,%s %d,EA,\n".formatted(series, row, name, row))
                .collect(Collectors.joining("", "number,name,unit,reorderPoint\n", ""));
    }

    private static String sent(String list) {
        return sent("", list);
    }

    private static String sent(String query, String list) {
        Response answer = send(query, UUID.randomUUID().toString(), list.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.header("Location");
    }

    @Test
    void whoForgetsTheKeyIsToldSoBeforeTheFileIsLookedAt() {
        given().auth()
                .oauth2(Tokens.of(Person.STELA))
                .post("/v1/part-imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    private static Response send(String query, String key, byte[] file) {
        return as(Person.STELA)
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(file)
                .post("/v1/part-imports" + query);
    }

    private static void refused(String list, String code) {
        send("", UUID.randomUUID().toString(), list.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }

    private static void figures(String made, int created, int changed, int unchanged, int rejected) {
        eventually(() -> assertThat(isDone(made)).isTrue());
        get(Person.STELA, made)
                .then()
                .body("created", equalTo(created))
                .body("changed", equalTo(changed))
                .body("unchanged", equalTo(unchanged))
                .body("rejected", equalTo(rejected))
                .body("rows", equalTo(created + changed + unchanged + rejected));
    }

    private static boolean isDone(String made) {
        return get(Person.STELA, made).path("state").equals("DONE");
    }

    private static List<Object> outcomes(String made) {
        return rows(made, "?limit=200").path("items.outcome");
    }

    private static Response rows(String made, String query) {
        return get(Person.STELA, made + "/rows" + query);
    }

    private static Response part(String number) {
        return get(Person.STELA, "/v1/parts?number=" + number);
    }
}
