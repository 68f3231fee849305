package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In the evening it is proposed to fill up the vans. */
@QuarkusTest
@WithTestResource(RealServers.class)
class StockLimitsTest {

    private Store store;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void tenKilogramsAreOnTheShelf() {
        store = Store.with("10");
    }

    @Test
    void whatIsBelowItsMinimumIsProposedToBeFilledUpToItsMaximumAndOneCallAcceptsIt() throws SQLException {
        Response limit = post(Person.STELA, "/v1/stock-limits", limit("2", "5"));
        limit.then().statusCode(201);
        store.moves(store.shelf(), store.van(), "1.5");

        String proposal = proposed("2026-11-26", 1);
        get(Person.STELA, proposal)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("proposedOn", equalTo("2026-11-26"))
                .body("fromLocationId", equalTo(store.shelf().toString()))
                .body("lines[0].requested.amount", equalTo("3.500"));

        String next = proposed("2026-11-27", 1);
        assertThat(next).isNotEqualTo(proposal);
        get(Person.STELA, proposal).then().body("state", equalTo("CANCELLED"));

        Store.done(next, "request", Map.of());
        evening("2026-11-28");
        eventually(() -> assertThat(open()).isEmpty());
        Store.done(next, "pick", Map.of());
        Store.done(next, "send", Map.of());
        Store.done(next, "receive", Map.of());
        assertThat(store.level(store.van(), "onHand")).isEqualByComparingTo("5");
    }

    @Test
    void noMoreIsProposedThanIsFreeWhereItIsToComeFrom() throws SQLException {
        post(Person.STELA, "/v1/stock-limits", limit("2", "8")).then().statusCode(201);
        Map<String, Object> other = new HashMap<>(limit("2", "8"));
        other.put("locationId", store.otherVan());
        post(Person.STELA, "/v1/stock-limits", other).then().statusCode(201);

        evening("2026-11-26");
        eventually(() -> assertThat(proposedFromTheShelf()).containsExactlyInAnyOrder("8.000", "2.000"));

        store.moves(store.shelf(), Van.spareVan(), "10");
        evening("2026-11-27");
        eventually(() -> assertThat(proposedFromTheShelf()).isEmpty());
    }

    private List<String> proposedFromTheShelf() {
        List<String> ids = get(
                        Person.STELA, "/v1/stock-transfers?proposed=true&state=DRAFT&fromLocationId=" + store.shelf())
                .path("items.id");
        return ids.stream()
                .map(id -> get(Person.STELA, "/v1/stock-transfers/" + id).<String>path("lines[0].requested.amount"))
                .toList();
    }

    @Test
    void moreThanATransferHoldsIsProposedInSeveral() throws SQLException {
        for (int i = 0; i < 101; i++) {
            Store one = new Store(Van.refrigerant(), store.shelf(), store.van(), store.otherVan(), store.driver());
            one.at(one.shelf()).receive("5");
            Map<String, Object> limit = new HashMap<>(limit("2", "5"));
            limit.put("partId", one.part());
            post(Person.STELA, "/v1/stock-limits", limit).then().statusCode(201);
        }

        var _ = proposed("2026-11-26", 2);

        assertThat(open().stream()
                        .mapToInt(each -> get(Person.STELA, "/v1/stock-transfers/" + each.get("id"))
                                .path("lines.size()")))
                .containsExactlyInAnyOrder(100, 1);
    }

    private String proposed(String day, int count) throws SQLException {
        evening(day);
        eventually(() -> assertThat(open())
                .hasSize(count)
                .allSatisfy(one -> assertThat(one).containsEntry("proposedOn", day)));
        return "/v1/stock-transfers/" + open().getFirst().get("id");
    }

    private List<Map<String, Object>> open() {
        return get(Person.STELA, "/v1/stock-transfers?proposed=true&state=DRAFT&toLocationId=" + store.van())
                .path("items");
    }

    /** The job's time has come. */
    private void evening(String day) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String due = "timestamp '%s 18:00' at time zone 'Europe/Bucharest'".formatted(day);
            assertThat(statement.executeUpdate("update errand set due = " + due + ", next_at = " + due
                            + " where kind = 'PROPOSE_TRANSFERS'"))
                    .isEqualTo(1);
        }
        eventually(() -> assertThat(ReservationsTest.number(
                        database, "select count(*) from errand where kind = 'PROPOSE_TRANSFERS' and due > now()"))
                .isEqualTo(1));
    }

    @Test
    void aLimitIsSaidOnceAndSaidAnew() {
        Response made = post(Person.STELA, "/v1/stock-limits", limit("2", "5"));
        made.then().statusCode(201).body("maximum", equalTo("5.000"));
        post(Person.STELA, "/v1/stock-limits", limit("1", "5"))
                .then()
                .statusCode(409)
                .body("code", equalTo("limit-exists"));
        post(Person.STELA, "/v1/stock-limits", limit("6", "5"))
                .then()
                .statusCode(422)
                .body("code", equalTo("less-than-minimum"));

        String path = made.header("Location");
        put(Person.STELA, path, made.header("ETag"), limit("0", "4"))
                .then()
                .statusCode(200)
                .body("minimum", equalTo("0.000"));
        Map<String, Object> other = new HashMap<>(limit("0", "4"));
        other.put("locationId", store.otherVan());
        put(Person.STELA, path, get(Person.STELA, path).header("ETag"), other)
                .then()
                .statusCode(422)
                .body("code", equalTo("limit-of-another"));
    }

    private Map<String, Object> limit(String minimum, String maximum) {
        return Map.of(
                "locationId", store.van(),
                "partId", store.part(),
                "fromLocationId", store.shelf(),
                "minimum", minimum,
                "maximum", maximum);
    }
}
