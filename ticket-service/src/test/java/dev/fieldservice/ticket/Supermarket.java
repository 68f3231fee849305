package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.post;

import dev.fieldservice.platform.testing.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The customer of all tests: a supermarket whose chiller leaks refrigerant. */
record Supermarket(String customerId, String contactId, String locationId, String assetId) {

    static Supermarket register() {
        Map<String, Object> address =
                Map.of("street", "Bulevardul Timișoara 26", "city", "București", "countryCode", "RO");
        String customer = id(
                "/v1/customers",
                Map.of("name", "Supermarket Cotroceni SRL", "taxId", "RO12345674", "billingAddress", address));
        String contact =
                id("/v1/contacts", Map.of("customerId", customer, "name", "Maria Ionescu", "phone", "+40 722 555 010"));
        String location = id(
                "/v1/service-locations",
                Map.of(
                        "customerId",
                        customer,
                        "name",
                        "Magazin Cotroceni",
                        "address",
                        address,
                        "position",
                        Map.of("latitude", 44.4269, "longitude", 26.0346),
                        "timeZone",
                        "Europe/Bucharest"));
        String asset = id(
                "/v1/assets",
                Map.of(
                        "customerId",
                        customer,
                        "locationId",
                        location,
                        "name",
                        "Chiller lactate 1",
                        "manufacturer",
                        "Frigomont",
                        "serialNumber",
                        "FX40-" + UUID.randomUUID()));
        return new Supermarket(customer, contact, location, asset);
    }

    Map<String, Object> leakyChiller() {
        return new HashMap<>(Map.of(
                "channel",
                "PHONE",
                "customerId",
                customerId,
                "contactId",
                contactId,
                "locationId",
                locationId,
                "assetId",
                assetId,
                "serviceType",
                "REPAIR",
                "priority",
                "URGENT",
                "summary",
                "Chillerul de lactate pierde agent frigorific",
                "instructions",
                "Intrare prin rampa de marfă",
                "requiredSkills",
                List.of("refrigeration")));
    }

    private static String id(String path, Object body) {
        return post(Person.DANA, path, body).then().statusCode(201).extract().path("id");
    }
}
