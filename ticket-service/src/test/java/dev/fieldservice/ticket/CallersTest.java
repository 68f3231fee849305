package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever calls is found by whatever they say, among very many. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CallersTest {

    private static final int MANY = 20_000;

    @Inject
    AgroalDataSource database;

    private Clientele client;

    @BeforeEach
    void aCustomerIsKnown() {
        client = Clientele.register();
    }

    @Test
    void byNameMailStreetSerialNumberAndTicketNumber() {
        String phone = "0743 " + (100_000 + Math.floorMod(client.firm().hashCode(), 900_000));
        String contact = post(
                        Person.DANA,
                        "/v1/contacts",
                        Map.of("customerId", client.customer(), "name", "Ștefania " + client.firm(), "phone", phone))
                .path("id");
        String machine = client.machine(client.site(), "SN 7-" + client.firm());
        String ticket = post(
                        Person.DANA,
                        "/v1/tickets",
                        Map.of(
                                "channel",
                                "PHONE",
                                "customerId",
                                client.customer(),
                                "contactId",
                                contact,
                                "locationId",
                                client.site(),
                                "assetId",
                                machine,
                                "serviceType",
                                "REPAIR",
                                "priority",
                                "LOW",
                                "summary",
                                "x"))
                .path("number");

        assertFound("LACTATE " + client.firm(), "CUSTOMER");
        assertFound("maria@" + client.firm(), "CONTACT");
        assertFound("stefania " + client.firm(), "CONTACT");
        assertFound("+40 " + phone.substring(1).replace(" ", "-"), "PHONE");
        assertFound("sn7-" + client.firm(), "SERIAL_NUMBER");
        assertFound(ticket.toLowerCase(java.util.Locale.ROOT), "TICKET");
        find("fabrica nord").then().body("items.find { it.because == ['SITE'] } != null", equalTo(true));
        find("x").then().statusCode(400);
        get(Person.TUDOR, "/v1/callers?q=maria").then().statusCode(403);
    }

    /** The figure wanted is 50 ms among 200 000 on a machine of its own; here many share one. */
    @Test
    void amongManyEachPlaceIsAskedByItsIndex() throws SQLException {
        fill();

        find("Zzyx " + client.firm()).then().statusCode(200);
        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            find("numarul " + (MANY - i) + "e").then().statusCode(200).body("items.size()", equalTo(1));
        }
        assertThat(Duration.ofNanos((System.nanoTime() - began) / 20)).isLessThan(Duration.ofMillis(500));
    }

    private void fill() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            int made = statement.executeUpdate("""
                    insert into customer (id, version, name, email, phone)
                    select gen_random_uuid(), 0, 'Firma numărul ' || n || 'e', 'birou' || n || '@firme.example',
                           '+4074' || lpad(n::text, 7, '0') from generate_series(1, %d) n
                     where not exists (select from customer where name = 'Firma numărul 1e')""".formatted(MANY));
            assertThat(made).isIn(0, MANY);
            var _ = statement.execute("analyze customer");
        }
    }

    private void assertFound(String said, String where) {
        List<Map<String, Object>> found =
                find(said).then().statusCode(200).extract().path("items");
        assertThat(found).as(said).isNotEmpty();
        assertThat(found.getFirst().get("customerId")).as(said).isEqualTo(client.customer());
        assertThat(String.valueOf(found.getFirst().get("because"))).as(said).contains(where);
    }

    private static Response find(String said) {
        return as(Person.DANA).queryParam("q", said).get("/v1/callers");
    }
}
