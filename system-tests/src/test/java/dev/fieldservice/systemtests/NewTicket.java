package dev.fieldservice.systemtests;

import dev.fieldservice.local.demo.Api;
import dev.fieldservice.local.demo.Player;

/** A customer who calls, again and again. */
final class NewTicket {

    private final Api api;
    private final String request;

    NewTicket(Api api) {
        this.api = api;
        String customer = id("/v1/customers", "{\"name\": \"Brutăria Vest SRL\"}");
        String contact = id("/v1/contacts", "{\"customerId\": \"%s\", \"name\": \"Ion Pop\"}".formatted(customer));
        String location = id("/v1/service-locations", """
                {"customerId": "%s", "name": "Brutărie", "timeZone": "Europe/Bucharest",
                 "address": {"street": "Str. Valea Cascadelor 1", "city": "București", "countryCode": "RO"},
                 "position": {"latitude": 44.42, "longitude": 25.98}}""".formatted(customer));
        this.request = """
                {"channel": "PHONE", "customerId": "%s", "contactId": "%s", "locationId": "%s",
                 "serviceType": "REPAIR", "priority": "NORMAL", "summary": "Camera frigorifică nu răcește"}""".formatted(customer, contact, location);
    }

    /** The new ticket's id. */
    String open() {
        return id("/v1/tickets", request);
    }

    /** May be refused. */
    Api.Reply tryToOpen() {
        return api.tryPost(Player.DANA, "/v1/tickets", request);
    }

    private String id(String path, String body) {
        return api.post(Player.DANA, path, body).text("/id");
    }
}
