package dev.fieldservice.systemtests;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;

/** A customer who calls, again and again. */
final class NewTicket {

    private final Api api;
    private final String request;

    NewTicket(Api api) {
        this.api = api;
        String customer = api.create(Player.DANA, "/v1/customers", "{\"name\": \"Brutăria Vest SRL\"}");
        String contact = api.create(
                Player.DANA, "/v1/contacts", "{\"customerId\": \"%s\", \"name\": \"Ion Pop\"}".formatted(customer));
        String location = api.create(Player.DANA, "/v1/service-locations", """
                {"customerId": "%s", "name": "Brutărie", "timeZone": "Europe/Bucharest",
                 "address": {"street": "Str. Valea Cascadelor 1", "city": "București", "countryCode": "RO"},
                 "position": {"latitude": 44.42, "longitude": 25.98}}""".formatted(customer));
        this.request = """
                {"channel": "PHONE", "customerId": "%s", "contactId": "%s", "locationId": "%s",
                 "serviceType": "REPAIR", "priority": "NORMAL", "summary": "Camera frigorifică nu răcește"}""".formatted(customer, contact, location);
    }

    /** The new ticket's id. */
    String open() {
        return api.create(Player.DANA, "/v1/tickets", request);
    }

    /** May be refused. */
    Answer tryToOpen() {
        return api.tryPost(Player.DANA, "/v1/tickets", request);
    }
}
