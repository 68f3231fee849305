package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refrigeration plant has compressors, and a compressor has a motor. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartsOfMachinesTest {

    private static final Map<String, Object> WHY = Map.of("reason", "Mutat în camera de mașini");

    private Supermarket supermarket;
    private String plant;
    private String compressor;
    private String motor;

    @BeforeEach
    void aPlantStandsInTheSupermarket() {
        supermarket = Supermarket.register();
        plant = supermarket.assetId();
        compressor = machine("Compresor 1", supermarket.locationId());
        motor = machine("Motor", supermarket.locationId());
    }

    @Test
    void aPartIsListedWithWhatItIsAPartOfAndBothRememberIt() {
        install(compressor, plant).then().statusCode(200).body("partOf", equalTo(plant));

        get(Person.SORIN, "/v1/assets?partOf=" + plant).then().body("items.id", contains(compressor));
        assertThat(remembers(compressor)).containsExactly("REGISTERED null", "INSTALLED Chiller lactate 1");
        assertThat(remembers(plant)).containsExactly("REGISTERED null", "PART_INSTALLED Compresor 1");
        install(compressor, plant).then().statusCode(409).body("code", equalTo("installed"));

        post(Person.DANA, path(compressor) + "/take-out", WHY)
                .then()
                .statusCode(200)
                .body("partOf", nullValue());
        assertThat(remembers(plant)).endsWith("PART_TAKEN_OUT Compresor 1");
        assertThat(remembers(compressor)).endsWith("TAKEN_OUT Mutat în camera de mașini");
        post(Person.DANA, path(compressor) + "/take-out", WHY)
                .then()
                .statusCode(409)
                .body("code", equalTo("not-a-part"));
    }

    @Test
    void aPartThatGoesIntoAnotherMachineLeavesTheFirst() {
        String other = machine("Chiller 2", supermarket.locationId());
        install(compressor, plant).then().statusCode(200);

        install(compressor, other).then().statusCode(200).body("partOf", equalTo(other));

        get(Person.SORIN, "/v1/assets?partOf=" + plant).then().body("items.size()", equalTo(0));
        assertThat(remembers(plant)).endsWith("PART_TAKEN_OUT Compresor 1");
    }

    @Test
    void nothingIsAPartOfItselfNorOfItsParts() {
        install(motor, compressor).then().statusCode(200);
        install(compressor, plant).then().statusCode(200);

        for (String part : List.of(motor, compressor, plant)) {
            install(plant, part)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/wholeId"))
                    .body("errors.code", contains("part-of-itself"));
        }
    }

    @Test
    void twoThatAreInstalledInEachOtherAtTheSameMomentMakeNoCircle() {
        for (int i = 0; i < 10; i++) {
            String first = machine("A", supermarket.locationId());
            String second = machine("B", supermarket.locationId());
            CompletableFuture<Integer> one =
                    CompletableFuture.supplyAsync(() -> install(first, second).statusCode());
            CompletableFuture<Integer> other =
                    CompletableFuture.supplyAsync(() -> install(second, first).statusCode());

            assertThat(Stream.of(one.join(), other.join())).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void partsStandWhereTheWholeStands() {
        String militari = site();
        String away = machine("Motor de rezervă", militari);
        install(motor, compressor).then().statusCode(200);
        install(compressor, plant).then().statusCode(200);
        install(away, plant).then().statusCode(200).body("locationId", equalTo(supermarket.locationId()));

        moves(plant, "Chiller lactate 1", militari).then().statusCode(200);

        for (String part : List.of(motor, compressor, away, plant)) {
            get(Person.SORIN, path(part)).then().body("locationId", equalTo(militari));
        }
        assertThat(remembers(motor)).endsWith("MOVED Magazin Cotroceni → Magazin Militari");
        moves(motor, "Motor", supermarket.locationId())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/locationId"))
                .body("errors.code", contains("stands-with-whole"));
    }

    @Test
    void whatIsRetiredHasNoPartsInUse() {
        install(compressor, plant).then().statusCode(200);
        retires(plant).then().statusCode(409).body("code", equalTo("has-parts"));
        retires(compressor).then().statusCode(200);
        retires(plant).then().statusCode(200);

        post(Person.DANA, path(compressor) + "/reinstate", WHY)
                .then()
                .statusCode(409)
                .body("code", equalTo("whole-is-retired"));
        install(motor, plant).then().statusCode(422).body("errors.code", contains("asset-is-retired"));
        install(compressor, motor).then().statusCode(409).body("code", equalTo("asset-is-retired"));
    }

    @Test
    void oneThatIsRetiredWhileAPartGoesInHasNoPartInUse() {
        for (int i = 0; i < 10; i++) {
            String whole = machine("A", supermarket.locationId());
            String part = machine("B", supermarket.locationId());
            CompletableFuture<Integer> retired =
                    CompletableFuture.supplyAsync(() -> retires(whole).statusCode());
            CompletableFuture<Integer> installed =
                    CompletableFuture.supplyAsync(() -> install(part, whole).statusCode());

            assertThat(List.of(retired.join(), installed.join())).isIn(List.of(200, 422), List.of(409, 200));
        }
    }

    @Test
    void aPartIsOfOneThatThisCustomerHas() {
        for (String whole :
                List.of(Supermarket.register().assetId(), UUID.randomUUID().toString())) {
            install(compressor, whole)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/wholeId"))
                    .body("errors.code", contains("unknown-reference"));
        }
        install(UUID.randomUUID().toString(), plant).then().statusCode(404);
    }

    @Test
    void thereAreSixLevels() {
        String below = plant;
        for (int level = 2; level <= 6; level++) {
            String part = machine("Nivel " + level, supermarket.locationId());
            install(part, below).then().statusCode(200);
            below = part;
        }
        install(motor, below).then().statusCode(422).body("errors.code", hasItems("too-many-parts"));
        install(plant, motor).then().statusCode(422).body("errors.code", hasItems("too-many-parts"));
    }

    private String machine(String name, String site) {
        return post(
                        Person.DANA,
                        "/v1/assets",
                        Map.of("customerId", supermarket.customerId(), "locationId", site, "name", name))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response install(String part, String whole) {
        return post(Person.DANA, path(part) + "/install", Map.of("wholeId", whole));
    }

    private static Response retires(String machine) {
        return post(Person.DANA, path(machine) + "/retire", WHY);
    }

    private Response moves(String machine, String name, String site) {
        return put(
                Person.DANA,
                path(machine),
                get(Person.DANA, path(machine)).header("ETag"),
                Map.of("customerId", supermarket.customerId(), "locationId", site, "name", name));
    }

    private static List<String> remembers(String machine) {
        return get(Person.SORIN, path(machine) + "/history?kind=ASSET")
                .path("items.collect { it.state + ' ' + it.words }");
    }

    private static String path(String machine) {
        return "/v1/assets/" + machine;
    }

    private String site() {
        Map<String, Object> known = new HashMap<>(get(Person.DANA, "/v1/service-locations/" + supermarket.locationId())
                .<Map<String, Object>>path(""));
        known.put("name", "Magazin Militari");
        var _ = known.remove("id");
        return post(Person.DANA, "/v1/service-locations", known)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
