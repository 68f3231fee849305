package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** All that a caller says is recorded in one call, or nothing of it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CallTest {

    private static final Map<String, Object> ADDRESS =
            Map.of("street", "Strada Fabricii 3", "city", "Cluj-Napoca", "countryCode", "RO");

    private final String firm = "Brutăria " + UUID.randomUUID();

    @Test
    void whoCallsForTheFirstTimeIsRegisteredWithSiteMachineAndTicketInOne() {
        Response taken = take(everythingNew());

        taken.then().statusCode(201).header("Location", containsString("/v1/tickets/"));
        Response ticket = get(Person.DANA, taken.header("Location"));
        ticket.then().body("summary", equalTo("Cuptorul nu pornește")).body("state", equalTo("NEW"));
        get(Person.DANA, "/v1/customers/" + ticket.path("customerId")).then().body("name", equalTo(firm));
        get(Person.DANA, "/v1/contacts/" + ticket.path("contactId")).then().body("name", equalTo("Ilie Moga"));
        get(Person.DANA, "/v1/service-locations/" + ticket.path("locationId"))
                .then()
                .body("customerId", equalTo(ticket.path("customerId")));
        get(Person.DANA, "/v1/assets/" + ticket.path("assetId"))
                .then()
                .body("locationId", equalTo(ticket.path("locationId")));
    }

    @Test
    void theSameCallSentAgainIsOneCall() {
        String key = UUID.randomUUID().toString();

        String first = post(Person.DANA, key, "/v1/calls", everythingNew()).path("id");
        Response again = post(Person.DANA, key, "/v1/calls", everythingNew());

        again.then().statusCode(201).body("id", equalTo(first));
        assertThat(found("/v1/customers?q=" + firm)).hasSize(1);
    }

    @Test
    void whoResemblesSomebodyIsNamedAndNothingIsRecordedUntilADispatcherHasSeenIt() {
        String known =
                get(Person.DANA, take(everythingNew()).header("Location")).path("customerId");
        Map<String, Object> again = everythingNew();
        again.remove("asset");
        again.put(
                "customer",
                Map.of(
                        "name",
                        firm.toUpperCase(java.util.Locale.ROOT),
                        "email",
                        email().toUpperCase(java.util.Locale.ROOT)));

        Response refused = take(again);

        refused.then()
                .statusCode(422)
                .body("code", equalTo("possible-duplicate"))
                .body("errors.pointer", hasItems("/customer/name", "/customer/email"))
                .body("errors[0].detail", containsString(known));
        assertThat(found("/v1/customers?q=" + firm)).hasSize(1);
        again.put("duplicatesSeen", true);
        take(again).then().statusCode(201);
        assertThat(found("/v1/customers?q=" + firm)).hasSize(2);
    }

    @Test
    void whatIsKnownIsNamedAndTheRestEntered() {
        Response first = get(Person.DANA, take(everythingNew()).header("Location"));
        Map<String, Object> call = everythingNew();
        List.of("customer", "contact", "location", "asset").forEach(call::remove);
        call.put("customerId", first.path("customerId"));
        call.put("contactId", first.path("contactId"));
        call.put("locationId", first.path("locationId"));
        call.put("asset", Map.of("name", "Dospitor"));

        Response second = take(call);

        second.then().statusCode(201);
        get(Person.DANA, "/v1/assets/" + second.path("assetId"))
                .then()
                .body("name", equalTo("Dospitor"))
                .body("customerId", equalTo(first.path("customerId")));
    }

    @Test
    void whatIsAnotherCustomersIsRefusedAndNothingIsLeftBehind() {
        Response other = get(Person.DANA, take(everythingNew()).header("Location"));
        Map<String, Object> call = everythingNew();
        call.put("duplicatesSeen", true);
        call.remove("location");
        call.put("locationId", other.path("locationId"));

        take(call).then().statusCode(422).body("errors[0].pointer", equalTo("/locationId"));
        call.put("location", Map.of());
        take(call).then().statusCode(400);

        assertThat(found("/v1/customers?q=" + firm)).hasSize(1);
        Map<String, Object> wrong = everythingNew();
        wrong.put("duplicatesSeen", true);
        wrong.put("contact", Map.of("name", "Ilie", "phone", "12"));
        take(wrong).then().statusCode(400).body("errors[0].pointer", equalTo("/contact/phone"));
        Map<String, Object> twice = everythingNew();
        twice.put("customerId", other.path("customerId"));
        take(twice).then().statusCode(400).body("errors[0].code", equalTo("one-of"));
    }

    private String email() {
        return "birou@" + firm.substring(firm.length() - 12) + ".example";
    }

    private static List<Object> found(String path) {
        return get(Person.DANA, path).then().statusCode(200).extract().path("items");
    }

    private static Response take(Map<String, Object> call) {
        return post(Person.DANA, "/v1/calls", call);
    }

    private Map<String, Object> everythingNew() {
        return new HashMap<>(Map.of(
                "customer",
                Map.of("name", firm, "email", email()),
                "contact",
                Map.of("name", "Ilie Moga"),
                "location",
                Map.of(
                        "name",
                        "Laborator",
                        "address",
                        ADDRESS,
                        "position",
                        Map.of("latitude", 46.77, "longitude", 23.59),
                        "timeZone",
                        "Europe/Bucharest"),
                "asset",
                Map.of("name", "Cuptor", "serialNumber", "C-" + firm),
                "channel",
                "PHONE",
                "serviceType",
                "REPAIR",
                "priority",
                "HIGH",
                "summary",
                "Cuptorul nu pornește"));
    }
}
