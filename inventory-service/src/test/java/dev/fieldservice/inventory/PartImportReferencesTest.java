package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A list of parts names successors and substitutes by their numbers, and the units in which parts are handled. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartImportReferencesTest {

    private final String series = "REF-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void successorSubstitutesAndUnitsComeWithTheListAndGoWithEmptyFields() {
        assertThat(rejected(sent("number,name,unit\n%1$s-1,Nou,EA\n%1$s-2,Alt,EA\n%1$s-3,Vechi,EA\n")))
                .isEmpty();
        String list = """
                number,supersededBy,substitutes,otherUnits
                %1$s-3,%1$s - 1,%1$s-2|%1$s-1,XBX=12|XPK=144/2
                """;

        assertThat(rejected(sent(list))).isEmpty();

        part("3")
                .then()
                .body("items[0].supersededById", equalTo(id("1")))
                .body("items[0].currentPartId", equalTo(id("1")))
                .body("items[0].substituteIds", equalTo(List.of(id("2"), id("1"))))
                .body("items[0].otherUnits.unit", equalTo(List.of("XBX", "XPK")))
                .body("items[0].otherUnits.numerator", equalTo(List.of(12, 144)))
                .body("items[0].otherUnits.denominator", equalTo(List.of(1, 2)));
        get(Person.STELA, sent(list)).then().body("unchanged", equalTo(1)).body("changed", equalTo(0));
        get(Person.STELA, sent("number,name\n%1$s-3,Mai vechi\n")).then().body("changed", equalTo(1));
        part("3").then().body("items[0].supersededById", equalTo(id("1")));

        assertThat(rejected(sent("number,supersededBy,substitutes,otherUnits\n%1$s-3,,,\n")))
                .isEmpty();
        part("3")
                .then()
                .body("items[0].supersededById", nullValue())
                .body("items[0].currentPartId", nullValue())
                .body("items[0].substituteIds", nullValue())
                .body("items[0].otherUnits", nullValue());
    }

    @Test
    void whatCannotBeIsRejectedAtItsColumnAlsoInADryRun() {
        assertThat(rejected(sent("number,name,unit\n%1$s-1,Nou,EA\n%1$s-2,Freon,KGM\n%1$s-3,Vechi,EA\n")))
                .isEmpty();
        assertThat(rejected(sent("number,supersededBy\n%1$s-3,%1$s-1\n"))).isEmpty();
        String list = """
                number,name,unit,supersededBy,substitutes,otherUnits
                %1$s-4,Filtru,EA,%1$s-99,,
                %1$s-5,Filtru,EA,,%1$s-1|nimic,
                %1$s-6,Filtru,EA,,%1$s-1|%1$s-1,
                %1$s-7,Filtru,EA,%1$s-2,,
                %1$s-1,Nou,EA,%1$s-3,,
                %1$s-8,Filtru,EA,%1$s-4,,
                %1$s-9,Filtru,EA,,,o cutie
                %1$s-10,Filtru,EA,,,EA=12
                %1$s-11,Filtru,EA,,,ZZZ=12
                %1$s-12,Filtru,EA,,,XBX=0
                %1$s-3,Vechi,EA,,%1$s-3,
                %1$s-13,Filtru,EA,,nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic|nimic,
                """;
        List<String> expected = List.of(
                "supersededBy unknown-reference",
                "substitutes unknown-reference",
                "substitutes part-twice",
                "supersededBy other-unit",
                "supersededBy succession-circle",
                "supersededBy unknown-reference",
                "otherUnits not-a-unit",
                "otherUnits same-unit",
                "otherUnits unit-code",
                "otherUnits min",
                "substitutes same-part",
                "substitutes size");

        assertThat(rejected(sent("?dryRun=true", list))).isEqualTo(expected);
        assertThat(rejected(sent(list))).isEqualTo(expected);
        part("4").then().body("items", empty());
    }

    @Test
    void whatIsSupersededNoMoreNeedsItsBarcodeForItselfAndHoldsUpNoOtherRow() {
        String gtin = Filter.gtin();
        assertThat(rejected(sent("number,name,unit,gtin\n%1$s-1,Vechi,EA," + gtin + "\n%1$s-2,Nou,EA,\n")))
                .isEmpty();
        assertThat(rejected(sent("number,supersededBy\n%1$s-1,%1$s-2\n"))).isEmpty();
        assertThat(rejected(sent("number,name,unit,gtin\n%1$s-3,Altul,EA," + gtin + "\n")))
                .isEmpty();
        assertThat(rejected(sent("number,supersededBy\n%1$s-3,%1$s-2\n"))).isEmpty();

        String both = "number,name,supersededBy\n%1$s-1,Vechi,\n%1$s-3,Altul,\n%1$s-2,Nou de tot,\n";
        assertThat(rejected(sent("?dryRun=true", both))).containsExactly("gtin gtin-taken");
        assertThat(rejected(sent(both))).containsExactly("gtin gtin-taken");

        assertThat(rejected(sent(both))).containsExactly("gtin gtin-taken");
        part("1").then().body("items[0].supersededById", nullValue());
        part("2").then().body("items[0].name", equalTo("Nou de tot"));
        part("3").then().body("items[0].supersededById", equalTo(id("2")));
    }

    @Test
    void successorsInACircleWithinAListAreFoundWhenTheyAreEntered() {
        assertThat(rejected(sent("number,name,unit\n%1$s-1,Unul,EA\n%1$s-2,Altul,EA\n")))
                .isEmpty();

        assertThat(rejected(sent("number,supersededBy\n%1$s-1,%1$s-2\n%1$s-2,%1$s-1\n")))
                .containsExactly("supersededBy succession-circle");
    }

    private String sent(String list) {
        return sent("", list);
    }

    private String sent(String query, String list) {
        String made = as(Person.STELA)
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(list.formatted(series).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/part-imports" + query)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        eventually(() -> get(Person.STELA, made).then().body("state", equalTo("DONE")));
        return made;
    }

    private static List<String> rejected(String made) {
        return get(Person.STELA, made + "/rows?outcome=REJECTED&limit=200")
                .<List<Map<String, Object>>>path("items")
                .stream()
                .map(row -> row.get("field") + " " + row.get("code"))
                .toList();
    }

    private Response part(String number) {
        return get(Person.STELA, "/v1/parts?number=" + series + "-" + number);
    }

    private String id(String number) {
        return part(number).path("items[0].id");
    }
}
