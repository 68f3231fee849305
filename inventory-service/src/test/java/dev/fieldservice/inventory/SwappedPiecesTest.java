package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces that lie at another place than the books say come to where they were counted. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SwappedPiecesTest {

    private Compressors here;
    private Van there;

    @BeforeEach
    void aCompressorIsInEachVan() {
        here = Compressors.serialised();
        there = new Van(here.stock().part(), Van.spareVan());
        here.receives("1", List.of("SN-1")).statusCode(201);
        new Compressors(there, here.number()).receives("1", List.of("SN-2")).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoThatWereSwappedAreWhereTheyWereCountedWhicheverCountIsApprovedFirst(boolean isInOrder) {
        String first = counted(here.stock(), "SN-2");
        String second = counted(there, "SN-1");

        approved(isInOrder ? first : second);
        approved(isInOrder ? second : first);

        lies("SN-2", here.stock());
        lies("SN-1", there);
        assertThat(here.stock().onHand()).isEqualByComparingTo("1");
        assertThat(there.onHand()).isEqualByComparingTo("1");
    }

    @Test
    void whoeverAnswersForThePlaceThatItLeftIsTold() {
        approved(counted(here.stock(), "SN-1", "SN-2"));

        lies("SN-1", here.stock());
        lies("SN-2", here.stock());
        assertThat(here.stock().onHand()).isEqualByComparingTo("2");
        assertThat(there.onHand()).isEqualByComparingTo("0");
        assertThat(there.discrepancies("OPEN"))
                .singleElement()
                .satisfies(open -> assertThat(open)
                        .containsEntry("kind", "SERIAL_NOT_IN_STOCK")
                        .containsEntry("owner", "storekeeper"));
        Map<String, Object> came = here.stock().movements().getLast();
        Map<String, Object> went = there.movements().getLast();
        assertThat(came).containsEntry("kind", "COUNT_ADJUSTMENT").containsEntry("counterId", went.get("id"));
        assertThat(went).containsEntry("kind", "COUNT_ADJUSTMENT").containsEntry("counterId", came.get("id"));
    }

    private static String counted(Van place, String... serials) {
        String count = post(
                        Person.STELA,
                        "/v1/stock-counts",
                        Map.of("locationId", place.location(), "partIds", List.of(place.part())))
                .header("Location");
        Map<String, Object> found =
                Map.of("partId", place.part(), "counted", String.valueOf(serials.length), "serials", List.of(serials));
        Store.done(count, "enter", Map.of("lines", List.of(found)));
        return count;
    }

    private static void approved(String count) {
        Store.done(count, "submit", Map.of());
        post(Person.SORIN, count + "/approve", Map.of("reason", "Inventar"))
                .then()
                .statusCode(200);
    }

    private static void lies(String serial, Van place) {
        get(Person.STELA, "/v1/pieces?serial=" + serial + "&partId=" + place.part())
                .then()
                .body("items[0].state", equalTo("IN_STOCK"))
                .body("items[0].locationId", equalTo(place.location().toString()));
    }
}
