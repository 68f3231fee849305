package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer with two sites, and a machine at one of them: whoever is sent finds the machine where they are sent. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MachineElsewhereTest {

    private Supermarket supermarket;
    private String militari;

    @BeforeEach
    void thereAreTwoSites() {
        supermarket = Supermarket.register();
        militari = Clientele.site(supermarket.customerId(), "Magazin Militari");
    }

    @Test
    void aTicketNamesNoMachineOfAnotherSite() {
        Map<String, Object> wrong = supermarket.leakyChiller();
        wrong.put("locationId", militari);

        isRefused(post(Person.DANA, "/v1/tickets", wrong));
        wrong.remove("assetId");
        post(Person.DANA, "/v1/tickets", wrong).then().statusCode(201);
    }

    @Test
    void norDoesACallThatTakesUpANewSite() {
        Map<String, Object> call = supermarket.leakyChiller();
        call.remove("locationId");
        call.put(
                "location",
                Map.of(
                        "name",
                        "Magazin Berceni",
                        "address",
                        Map.of("street", "Strada Lungă 1", "city", "București", "countryCode", "RO"),
                        "timeZone",
                        "Europe/Bucharest"));

        isRefused(post(Person.DANA, "/v1/calls", call));
    }

    @Test
    void norAPlan() {
        Map<String, Object> plan = Maintained.onMondays(supermarket);
        plan.put("locationId", militari);

        isRefused(post(Person.DANA, Maintained.PATH, plan));
    }

    @Test
    void aTicketIsNotCorrectedToAnotherSiteThanItsMachines() {
        Response ticket = opened();
        Map<String, Object> details = new HashMap<>(supermarket.leakyChiller());
        details.keySet().removeAll(List.of("channel", "customerId"));
        details.put("locationId", militari);

        isRefused(correct(ticket, details));
        details.remove("assetId");
        correct(ticket, details).then().statusCode(200);
        details.put("assetId", supermarket.assetId());
        isRefused(correct(ticket, details));
    }

    @Test
    void aTicketWhoseMachineWasMovedStaysAndIsNotFollowedUpThere() {
        Response ticket = opened();
        String path = "/v1/assets/" + supermarket.assetId();
        put(
                        Person.DANA,
                        path,
                        get(Person.DANA, path).header("ETag"),
                        Map.of(
                                "customerId",
                                supermarket.customerId(),
                                "locationId",
                                militari,
                                "name",
                                "Chiller lactate 1"))
                .then()
                .statusCode(200);
        Map<String, Object> details = new HashMap<>(supermarket.leakyChiller());
        details.keySet().removeAll(List.of("channel", "customerId"));
        details.put("summary", "Pierde agent frigorific la vană");

        eventually(() -> correct(ticket, details).then().statusCode(200)); // it may just be following the machine
        post(Person.DANA, address(ticket) + "/cancel", Map.of("reason", "Mutat"))
                .then()
                .statusCode(200);
        Map<String, Object> there = supermarket.leakyChiller();
        there.put("followUpOf", ticket.path("id"));
        isRefused(post(Person.DANA, "/v1/tickets", there));
        there.put("locationId", militari);
        post(Person.DANA, "/v1/tickets", there).then().statusCode(201);
    }

    private Response opened() {
        Response ticket = post(Person.DANA, "/v1/tickets", supermarket.leakyChiller());
        ticket.then().statusCode(201);
        return ticket;
    }

    private static Response correct(Response ticket, Map<String, Object> details) {
        return put(
                Person.DANA, address(ticket), get(Person.DANA, address(ticket)).header("ETag"), details);
    }

    private static String address(Response ticket) {
        return "/v1/tickets/" + ticket.path("id");
    }

    private static void isRefused(Response answer) {
        answer.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/assetId"))
                .body("errors[0].code", equalTo("asset-is-elsewhere"));
    }
}
