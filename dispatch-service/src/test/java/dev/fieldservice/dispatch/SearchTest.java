package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding service orders, around Cluj so that the orders of other tests are far away. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SearchTest {

    private String mark;
    private UUID centre;
    private UUID gilau;
    private UUID turda;

    @BeforeEach
    void threeOrdersWaitAroundCluj() {
        mark = "Frig " + Ids.next();
        centre = at(46.7712, 23.5897);
        gilau = at(46.7469, 23.4917);
        turda = at(46.5667, 23.7833);
    }

    @Test
    void ordersAreFoundByRadiusNearestFirst() {
        Response found = search("near=46.7712,23.5897&radiusMetres=10000");

        assertThat(ids(found)).containsExactly(centre, gilau);
        found.then().body("items[0].distanceMetres", equalTo(0)).body("items[1].distanceMetres", greaterThan(7_000));
        assertThat(ids(search("near=46.7712,23.5897&radiusMetres=40000"))).containsExactly(centre, gilau, turda);
        assertThat(ids(search("near=46.7712,23.5897&radiusMetres=1"))).containsExactly(centre);
        assertThat(ids(search("near=89.9999,0&radiusMetres=500000"))).isEmpty();
        assertThat(ids(search("near=0,179.99&radiusMetres=500000"))).isEmpty();
    }

    @Test
    void ordersAreFoundByBoxAndByTerritory() {
        assertThat(ids(search("bbox=46.7,23.4,46.8,23.6"))).containsExactly(centre, gilau);
        String territory = post(
                        Person.DANA,
                        "/v1/territories",
                        Map.of(
                                "name",
                                "Turda " + mark,
                                "boundary",
                                List.of(point(46.5, 23.7), point(46.5, 23.9), point(46.65, 23.8))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(ids(search("territoryId=" + territory))).containsExactly(turda);
        assertThat(ids(search("territoryId=" + Ids.next()))).isEmpty();
        get(Person.DANA, "/v1/territories/" + territory).then().body("boundary[2].latitude", equalTo(46.65f));
    }

    @Test
    void ordersAreFoundByWhatTheyAreAbout() {
        assertThat(ids(search("skill=f-gas&priority=URGENT&serviceType=REPAIR&state=UNSCHEDULED")))
                .hasSize(3);
        assertThat(ids(search("skill=plumbing"))).isEmpty();
        assertThat(ids(search("priority=LOW"))).isEmpty();
        assertThat(ids(get(Person.DANA, "/v1/service-orders?q=" + mark.toUpperCase(java.util.Locale.ROOT))))
                .hasSize(3);
        assertThat(ids(get(Person.DANA, "/v1/service-orders?q=%25" + mark.substring(5))))
                .isEmpty();
        assertThat(ids(get(Person.DANA, "/v1/service-orders?q=_" + mark.substring(1))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ȘTEFAN cel Mare", "ştefan", "stefan MARE", "S\u0326tefan"})
    void anOrderIsFoundHoweverTheSiteIsSpelt(String typed) {
        UUID order = Job.waiting(ticket -> ((ObjectNode) ticket.get("location")).put("name", "Ștefan cel Mare " + mark))
                .order();

        assertThat(ids(search("state=UNSCHEDULED&state=SCHEDULED")
                        .then()
                        .extract()
                        .response()))
                .contains(order);
        assertThat(ids(get(Person.DANA, "/v1/service-orders?q=" + mark + " " + typed)))
                .containsExactly(order);
        assertThat(ids(get(Person.DANA, "/v1/service-orders?state=CANCELLED&q=" + mark)))
                .isEmpty();
        assertThat(ids(search("limit=1&sort=NEWEST"))).containsExactly(order);
        assertThat(ids(search("from=2999-01-01T00:00:00Z"))).isEmpty();
        assertThat(ids(search("changedSince=2020-01-01T00:00:00Z"))).contains(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATED", "RESOLVE_BY", "DISTANCE"})
    void aListIsReadPageByPageInAnyOrder(String sort) {
        String query = "near=46.7712,23.5897&radiusMetres=40000&limit=1&sort=" + sort;
        List<UUID> read = new ArrayList<>();
        String cursor = "";
        do {
            Response page = search(query + cursor);
            read.addAll(ids(page));
            cursor = page.path("nextCursor") == null ? null : "&cursor=" + page.path("nextCursor");
        } while (cursor != null);

        assertThat(read).containsExactly(centre, gilau, turda);
    }

    @Test
    void aCursorBelongsToItsSort() {
        String cursor = search("limit=1").path("nextCursor");
        get(Person.DANA, "/v1/technicians?cursor=" + cursor).then().statusCode(400);
        search("limit=1&sort=RESOLVE_BY&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("invalid-cursor"));
    }

    @Test
    void techniciansFindTheOpenPoolAndTheirOwn() {
        Mechanic tudor = Mechanic.register("Tudor");
        Mechanic teodora = Mechanic.register("Teodora");
        new Job(Ids.next(), turda).isPlannedFor(tudor, Job.in(5), Job.in(6));
        String query = "/v1/service-orders?q=" + mark;

        assertThat(ids(tudor.gets(query))).containsExactly(centre, gilau, turda);
        assertThat(ids(teodora.gets(query))).containsExactly(centre, gilau);
        assertThat(ids(teodora.gets(query + "&state=SCHEDULED"))).isEmpty();
        assertThat(ids(get(Person.SORIN, query))).hasSize(3);
        get(Person.STELA, query).then().statusCode(403);
    }

    @Test
    void workWhereNobodyKnowsWhereItIsIsFoundByTextOnlyUntilSomebodyDoes() {
        Job lost = Job.waiting(ticket -> {
            ObjectNode location = (ObjectNode) ticket.get("location");
            location.put("name", mark);
            location.remove("position");
        });

        assertThat(ids(search("near=46.7712,23.5897&radiusMetres=500000"))).containsExactly(centre, gilau, turda);
        assertThat(ids(search("sort=RESOLVE_BY"))).contains(lost.order());
        lost.seen()
                .then()
                .statusCode(200)
                .body("location.position", nullValue())
                .body("links.map", startsWith("geo:0,0?q=Bulevardul%20Timi%C8%99oara%2026"))
                .body("links.directions", containsString("destination=Bulevardul%20Timi"));

        lost.ticketSays(1000, "WANTED", ticket -> {
            ObjectNode location = (ObjectNode) ticket.get("location");
            location.put("name", mark);
            ((ObjectNode) location.get("position")).put("latitude", 46.7712).put("longitude", 23.6);
        });
        eventually(() -> assertThat(ids(search("near=46.7712,23.5897&radiusMetres=3000")))
                .containsExactly(centre, lost.order()));
    }

    private UUID at(double latitude, double longitude) {
        return Job.waiting(ticket -> {
                    ObjectNode location = (ObjectNode) ticket.get("location");
                    location.put("name", mark);
                    ((ObjectNode) location.get("position"))
                            .put("latitude", latitude)
                            .put("longitude", longitude);
                })
                .order();
    }

    private Response search(String query) {
        return get(Person.DANA, "/v1/service-orders?q=" + mark + "&" + query);
    }

    private static List<UUID> ids(Response found) {
        return found.then().statusCode(200).extract().<List<String>>path("items.id").stream()
                .map(UUID::fromString)
                .toList();
    }

    private static Map<String, Double> point(double latitude, double longitude) {
        return Map.of("latitude", latitude, "longitude", longitude);
    }
}
