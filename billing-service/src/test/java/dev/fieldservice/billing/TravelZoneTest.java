package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Travel to a site of a zone has one price for each visit. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TravelZoneTest {

    private final Buyer buyer = new Buyer();
    private final Job job = Job.ofMarch()
            .of(buyer.id(), "RO12345674")
            .works("TRAVEL", "Tudor Ionescu", "2026-03-02T07:30:00Z", "2026-03-02T08:00:00Z", null)
            .works("LABOUR", "Tudor Ionescu", "2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z", null);

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void theLineSaysWhyItIsThereAndWhyTheWayIsFree() {
        String rule = buyer.rule("Zona 1", zone("120.00", Map.of("countryCode", "RO", "region", "RO-B")));

        drafted()
                .body("lines.kind", contains("LABOUR", "TRAVEL", "TRAVEL_ZONE"))
                .body("lines[2].description", equalTo("Deplasare, Zona 1, 02.03.2026"))
                .body("lines[2].provenance.origin.kind", equalTo("VISIT"))
                .body("lines[2].provenance.origin.rule.id", equalTo(rule))
                .body("lines[2].provenance.price.source", equalTo("ZONE_PRICE"))
                .body("lines[2].provenance.price.id", equalTo(rule))
                .body(
                        "lines[2].provenance.words",
                        hasItem(startsWith("This customer's flat price of travel to the zone from 2026-01-01 on: 120")))
                .body("lines[1].net.amount", equalTo("0.00"))
                .body("lines[1].provenance.price.rules[0].effect", equalTo("ZONE"))
                .body("lines[1].provenance.words", hasItem(startsWith("Included in the flat price of the zone")));
    }

    @Test
    void draftsFollowARuleThatIsSetOrWithdrawn() {
        drafted().body("lines.kind", contains("LABOUR", "TRAVEL")).body("totals.net.amount", equalTo("225.00"));

        String rule = buyer.rule("Zona 1", zone("120.00", Map.of("countryCode", "RO")));
        eventually(() -> draft().body("lines.kind", contains("LABOUR", "TRAVEL", "TRAVEL_ZONE"))
                .body("totals.net.amount", equalTo("300.00")));

        post(Person.ANA, "/v1/price-rules/" + rule + "/withdraw", Map.of("reason", "Din greșeală"))
                .then()
                .statusCode(200);
        eventually(() ->
                draft().body("lines.kind", contains("LABOUR", "TRAVEL")).body("totals.net.amount", equalTo("225.00")));
    }

    @Test
    void aSiteThatIsCorrectedLiesInAnotherZone() {
        var _ = buyer.rule("Zona 1", zone("120.00", Map.of("countryCode", "RO", "region", "RO-B")));
        var _ = buyer.rule("Zona 2", zone("240.00", Map.of("countryCode", "RO", "region", "RO-IF")));
        drafted().body("lines[2].unitPrice.amount", equalTo("120.00"));

        job.ticketSays(3, ticket -> {
            ((ObjectNode) ticket.get("customer")).put("id", buyer.id().toString());
            ((ObjectNode) ticket.at("/location/address"))
                    .put("region", "RO-IF")
                    .put("city", "Buftea")
                    .put("postalCode", "070000");
        });

        eventually(() -> draft().body("lines[2].unitPrice.amount", equalTo("240.00"))
                .body("lines[2].description", equalTo("Deplasare, Zona 2, 02.03.2026")));
    }

    @Test
    void whatAZoneCannotSayIsRefused() {
        Map<String, Object> romania = Map.of("countryCode", "RO");
        refused(422, "/kinds", with(zone("120.00", romania), "kinds", List.of("LABOUR")));
        refused(422, "/band", with(zone("120.00", romania), "discount", Map.of("percent", "10")));
        refused(
                422,
                "/zone/price/currency",
                Map.of(
                        "zone",
                        Map.of("price", Map.of("amount", "9.00", "currency", "EUR"), "areas", List.of(romania))));
        refused(400, "/zone/areas", Map.of("zone", Map.of("price", PriceList.lei("1.00"), "areas", List.of())));
        refused(400, "/zone/areas/0/countryCode", zone("1.00", Map.of("countryCode", "XX")));
    }

    private static Map<String, Object> zone(String price, Map<String, Object> area) {
        return Map.of("zone", Map.of("price", PriceList.lei(price), "areas", List.of(area)));
    }

    private static Map<String, Object> with(Map<String, Object> rule, String field, Object value) {
        Map<String, Object> more = new HashMap<>(rule);
        more.put(field, value);
        return more;
    }

    private static void refused(int status, String pointer, Map<String, Object> terms) {
        Map<String, Object> rule = new HashMap<>(terms);
        rule.putAll(Map.of("name", "Zona", "reason", "Probă", "validFrom", "2026-01-01"));
        post(Person.ANA, "/v1/price-rules", rule).then().statusCode(status).body("errors.pointer", hasItem(pointer));
    }

    private ValidatableResponse drafted() {
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return draft();
    }

    private ValidatableResponse draft() {
        return get(Person.ANA, job.invoice()).then().statusCode(200);
    }
}
