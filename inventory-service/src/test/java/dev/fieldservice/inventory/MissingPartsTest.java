package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parts that are nowhere: who has to get them, since when, and what is to come. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MissingPartsTest {

    @Inject
    AgroalDataSource database;

    private Store store;
    private Visit visit;

    @BeforeEach
    void tenKilogramsAreOnTheShelf() {
        store = Store.with("10");
        visit = Visit.of(store.driver());
    }

    @Test
    void whatWasMissingBeforeThatWasKeptIsSoSinceTheVisitWasPlanned() throws Exception {
        visit.isPlanned(1, store.part(), "11.5");
        assertThat(visit.told(1)).containsExactly("MISSING");
        Response need = get(Person.BOGDAN, "/v1/part-reservations?missing=true&partId=" + store.part());

        try (Connection connection = database.getConnection();
                Statement upgrade = connection.createStatement()) {
            connection.setAutoCommit(false);
            upgrade.execute("create temporary table missing_part (like missing_part including all)");
            upgrade.execute(migration("insert into missing_part"));
            try (ResultSet kept =
                    upgrade.executeQuery("select since from missing_part where part_id = '" + store.part() + "'")) {
                assertThat(kept.next()).isTrue();
                assertThat(kept.getObject(1, OffsetDateTime.class).toInstant())
                        .isEqualTo(Instant.parse(need.path("items[0].since")));
            }
            connection.rollback();
        }
    }

    @Test
    void whatIsMissingHasAnOwnerAnAgeAndWordsThatAreTrueNow() {
        visit.isPlanned(1, store.part(), "11.5");
        assertThat(visit.told(1)).containsExactly("MISSING");
        String missing = "/v1/part-reservations?missing=true&partId=" + store.part();
        Response found = get(Person.BOGDAN, missing);
        found.then()
                .body("items[0].owner", equalTo("storekeeper"))
                .body("items[0].detail", startsWith("1.500 KGM of R-449A-"))
                .body("items[0].detail", endsWith(", Agent frigorific R-449A; on order: nothing"));
        String since = found.path("items[0].missingSince");
        assertThat(Instant.parse(since)).isAfter(Instant.now().minusSeconds(60));

        Buying buying = Buying.inLei();
        UUID order = new Buying(store.at(store.shelf()), buying.supplier(), buying.name()).ordered("5", "1.00");
        visit.isPlanned(2, store.part(), "12");

        eventually(() -> get(Person.BOGDAN, missing)
                .then()
                .body("items[0].missingSince", equalTo(since))
                .body("items[0].detail", startsWith("2.000 KGM"))
                .body(
                        "items[0].detail",
                        endsWith("on order: 5.000, the first of it expected on "
                                + Buying.read(order).path("expectedOn"))));
        get(Person.BOGDAN, "/v1/part-reservations?missing=false&partId=" + store.part())
                .then()
                .body("items", empty());
        store.at(store.shelf()).receive("2");
        eventually(() -> get(Person.BOGDAN, "/v1/part-reservations?missing=false&partId=" + store.part())
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].owner", nullValue())
                .body("items[0].detail", nullValue())
                .body("items[0].missingSince", nullValue()));
    }

    private static String migration(String beginning) throws IOException {
        String file = "/db/migration/V23_31__late_and_missing.sql";
        try (InputStream read = MissingPartsTest.class.getResourceAsStream(file)) {
            String all = new String(read.readAllBytes(), StandardCharsets.UTF_8);
            int from = all.indexOf(beginning);
            return all.substring(from, all.indexOf(';', from));
        }
    }
}
