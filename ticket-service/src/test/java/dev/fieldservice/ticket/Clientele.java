package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.post;

import dev.fieldservice.platform.testing.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A customer who writes mails, from a domain that only one test knows. */
record Clientele(String firm, String customer, String contact, String site) {

    private static final Map<String, Object> ADDRESS =
            Map.of("street", "Strada Fabricii 3", "city", "Cluj-Napoca", "countryCode", "RO");

    /** With one contact, Maria, and one site. */
    static Clientele register() {
        String firm = "firma" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String customer = made("/v1/customers", Map.of("name", "Lactate " + firm));
        String contact = made(
                "/v1/contacts",
                Map.of("customerId", customer, "name", "Maria Ionescu", "email", "Maria@" + firm + ".example"));
        return new Clientele(firm, customer, contact, site(customer, "Fabrica Nord"));
    }

    static String site(String customer, String name) {
        return made(
                "/v1/service-locations",
                Map.of(
                        "customerId",
                        customer,
                        "name",
                        name,
                        "address",
                        ADDRESS,
                        "position",
                        Map.of("latitude", 46.77, "longitude", 23.59),
                        "timeZone",
                        "Europe/Bucharest"));
    }

    String machine(String site, String serial) {
        return made(
                "/v1/assets",
                new HashMap<>(
                        Map.of("customerId", customer, "locationId", site, "name", "Chiller", "serialNumber", serial)));
    }

    /** As she writes it, in letters of her own size. */
    String maria() {
        return "Maria Ionescu <maria@" + firm + ".example>";
    }

    String address() {
        return "maria@" + firm + ".example";
    }

    EMail writes(String subject, String text) {
        return EMail.from(maria(), subject, text);
    }

    private static String made(String path, Object body) {
        return post(Person.DANA, path, body).then().statusCode(201).extract().path("id");
    }
}
