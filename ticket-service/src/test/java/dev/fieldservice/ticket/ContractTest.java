package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract is written down, agreed, changed by versions, and ends; a warranty is entered and withdrawn. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ContractTest {

    private static final Map<String, Object> WHY = Map.of("reason", "Cerut de client");
    private static final Map<String, Object> TERMS = Map.of("covered", List.of(Agreed.HALF_OF_PARTS));

    private Supermarket supermarket;

    @BeforeEach
    void aCustomerIsKnown() {
        supermarket = Supermarket.register();
    }

    @AfterEach
    void itIsNowAgain() {
        MovableClock.reset();
    }

    @Test
    void aDraftIsCorrectedAndWhatIsAgreedIsNot() {
        Map<String, Object> details = Agreed.contract(supermarket, TERMS);
        String address = "/v1/contracts/" + Agreed.drafted(details);
        details.put("name", "Mentenanță completă");
        put(Person.ANA, address, get(Person.ANA, address).header("ETag"), details)
                .then()
                .statusCode(200)
                .body("name", equalTo("Mentenanță completă"))
                .body("allowedCommands", contains("activate", "cancel"));

        post(Person.ANA, address + "/activate").then().statusCode(200).body("state", equalTo("ACTIVE"));

        put(Person.ANA, address, get(Person.ANA, address).header("ETag"), details)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("allowedCommands", contains("change-terms", "give-notice", "cancel"));
        see(address).body("terms.covered[0].percent", equalTo("50"));
    }

    @Test
    void sitesAndMachinesOfOthersAreRefused() {
        Supermarket other = Supermarket.register();
        Map<String, Object> details = Agreed.contract(supermarket, TERMS);
        details.put("locationIds", List.of(supermarket.locationId(), other.locationId()));
        refused(details, "/locationIds/1");
        details.put("locationIds", List.of(supermarket.locationId()));
        details.put("assetIds", List.of(other.assetId()));
        refused(details, "/assetIds/0");
        details.put("customerId", UUID.randomUUID());
        refused(details, "/customerId");
    }

    private static void refused(Map<String, Object> details, String pointer) {
        post(Person.ANA, "/v1/contracts", details).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aRequestKeepsTheTermsUnderWhichItWasRecorded() {
        String address = Agreed.active(Agreed.contract(supermarket, TERMS));
        String contract = see(address).extract().path("id");
        see(open()).body("contractId", equalTo(contract)).body("warrantyId", nullValue());
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Bucharest"));
        Map<String, Object> next = Map.of("validFrom", today.toString(), "terms", Map.of(), "reason", "Preț mai mic");

        post(Person.ANA, address + "/change-terms", next)
                .then()
                .statusCode(200)
                .body("versions.number", contains(1, 2))
                .body("terms.covered", hasSize(0));
        post(
                        Person.ANA,
                        address + "/change-terms",
                        Map.of("validFrom", today.minusDays(1).toString(), "terms", Map.of(), "reason", "Greșit"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/validFrom"));
    }

    @Test
    void oneForTheMachineGoesBeforeOneForTheSiteAndThatBeforeOneForEverything() {
        Agreed.active(Agreed.contract(supermarket, TERMS));
        Map<String, Object> ofMachine = Agreed.contract(supermarket, TERMS);
        ofMachine.put("assetIds", List.of(supermarket.assetId()));
        String precise = Agreed.active(ofMachine);
        Map<String, Object> ofSite = Agreed.contract(supermarket, TERMS);
        ofSite.put("locationIds", List.of(supermarket.locationId()));
        String forSite = Agreed.active(ofSite);

        String ticket = open();

        see(ticket).body("contractId", equalTo(id(precise)));
        post(Person.ANA, precise + "/cancel", WHY).then().statusCode(200).body("state", equalTo("CANCELLED"));
        see(ticket).body("contractId", equalTo(id(precise)));
        see(open()).body("contractId", equalTo(id(forSite)));
    }

    @Test
    void whatIsNotAgreedYetOrIsOverCoversNothing() {
        Agreed.drafted(Agreed.contract(supermarket, TERMS));
        Map<String, Object> later = Agreed.contract(supermarket, TERMS);
        later.put("validFrom", "2150-01-01");
        Agreed.active(later);

        see(open()).body("contractId", nullValue());
    }

    /** A year that ends with 2031: renewed by half a year, and ended by its notice. */
    @Test
    void itIsRenewedAtItsEndUnlessNoticeWasGivenInTime() {
        Map<String, Object> details = Agreed.contract(supermarket, TERMS);
        details.putAll(
                Map.of("validFrom", "2031-01-01", "validThrough", "2031-12-31", "renewMonths", 6, "noticeDays", 30));
        String address = Agreed.active(details);

        MovableClock.set(Instant.parse("2032-01-01T09:00:00Z"));

        eventually(
                () -> see(address).body("validThrough", equalTo("2032-06-30")).body("state", equalTo("ACTIVE")));
        post(Person.ANA, address + "/give-notice", WHY).then().statusCode(200).body("noticeAt", notNullValue());
        post(Person.ANA, address + "/give-notice", WHY).then().statusCode(409).body("code", equalTo("notice-given"));
        MovableClock.set(Instant.parse("2032-07-01T09:00:00Z"));
        eventually(() -> see(address).body("state", equalTo("ENDED")).body("allowedCommands", hasSize(0)));
        get(Person.ANA, "/v1/contracts?state=ENDED&customerId=" + supermarket.customerId())
                .then()
                .body("items.id", contains(id(address)));
    }

    @Test
    void noticeThatComesTooLateIsRefused() {
        Map<String, Object> details = Agreed.contract(supermarket, TERMS);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Bucharest"));
        details.putAll(Map.of("validThrough", today.plusDays(10).toString(), "renewMonths", 12, "noticeDays", 30));
        String address = Agreed.active(details);

        post(Person.ANA, address + "/give-notice", WHY).then().statusCode(409).body("code", equalTo("notice-too-late"));
    }

    @Test
    void aWarrantyCountsForRequestsOfItsDaysUntilItIsWithdrawn() {
        Map<String, Object> details = Map.of(
                "assetId", supermarket.assetId(),
                "name", "Garanție producător",
                "validFrom", "2026-01-01",
                "validThrough", "2150-12-31",
                "covered", List.of(Map.of("clause", "Piese și manoperă", "percent", "100")));
        String warranty = post(Person.ANA, "/v1/warranties", details)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        see(open()).body("warrantyId", equalTo(warranty)).body("contractId", nullValue());

        post(Person.ANA, "/v1/warranties/" + warranty + "/withdraw", WHY)
                .then()
                .statusCode(200)
                .body("withdrawnBecause", equalTo("Cerut de client"));

        see(open()).body("warrantyId", nullValue());
        get(Person.DANA, "/v1/warranties?assetId=" + supermarket.assetId())
                .then()
                .body("items.id", contains(warranty));
        post(Person.ANA, "/v1/warranties/" + warranty + "/withdraw", WHY)
                .then()
                .statusCode(409)
                .body("code", equalTo("withdrawn"));
    }

    @Test
    void theHistoryTellsWhatBecameOfIt() {
        String address = Agreed.active(Agreed.contract(supermarket, TERMS));

        get(Person.ADMIN, "/v1/history?correlationId=" + id(address))
                .then()
                .body("items.action", hasItem("ACTIVATE"))
                .body("items.action", not(hasItem("END")));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private String open() {
        return "/v1/tickets/"
                + post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static ValidatableResponse see(String address) {
        return get(Person.DANA, address).then().statusCode(200);
    }
}
