package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The company works in other hours than before, and what is promised in them is due otherwise. */
@QuarkusTest
@WithTestResource(RealServers.class)
class FollowCalendarTest {

    @Inject
    AgroalDataSource database;

    private Supermarket supermarket;

    @BeforeEach
    void workingHoursArePromised() {
        Frigotehnica.change(Frigotehnica.details()).then().statusCode(200);
        supermarket = Supermarket.register();
        Agreed.active(Agreed.contract(
                supermarket, Map.of("promises", List.of(Agreed.promise("URGENT", 6000, 9000, "WORKING_HOURS")))));
    }

    /** What was written there by a defect nobody can read. */
    @Test
    void aTicketThatCannotFollowTheCalendarHoldsUpNoOther() throws SQLException {
        String broken = open();
        String whole = open();
        Duration before = due(whole);
        execute("""
                update ticket set clocks = jsonb_set(clocks, '{response,target}', '"soon"') where id = ?""", broken);
        try {
            Map<String, Object> longer = Frigotehnica.details();
            longer.put("workingHours", SiteCalendarTest.DAY_AND_NIGHT.get("workingHours"));
            Frigotehnica.change(longer).then().statusCode(200);

            eventually(() -> assertThat(due(whole)).isLessThan(before));
        } finally {
            execute("""
                    update ticket set clocks = jsonb_set(clocks, '{response,target}',
                        (select clocks #> '{response,target}' from ticket where id = '%s')) where id = ?""".formatted(whole), broken);
            Frigotehnica.change(Frigotehnica.details()).then().statusCode(200);
        }
        eventually(() -> assertThat(due(whole)).isEqualTo(before));
    }

    private void execute(String sql, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private String open() {
        return post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Duration due(String ticket) {
        Response seen = get(Person.DANA, "/v1/tickets/" + ticket);
        return Duration.between(Instant.parse(seen.path("createdAt")), Instant.parse(seen.path("respondBy")));
    }
}
