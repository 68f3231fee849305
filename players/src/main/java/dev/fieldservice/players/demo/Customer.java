package dev.fieldservice.players.demo;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Sender;
import java.util.UUID;

/** Who calls, and about what: a supermarket whose chiller leaks refrigerant. */
public record Customer(String id, String contact, String location, String asset) {

    private static final String ADDRESS = """
            {"street": "Bulevardul Timișoara 26", "city": "București", "region": "RO-B",
             "postalCode": "061344", "countryCode": "RO"}""";

    public static Customer registered(Sender sender) {
        var mail = mail();
        var customer = sender.create(Player.DANA, "/v1/customers", company(mail));
        var contact = sender.create(Player.DANA, "/v1/contacts", contact(customer, mail));
        var location = sender.create(Player.DANA, "/v1/service-locations", location(customer));
        return new Customer(
                customer, contact, location, sender.create(Player.DANA, "/v1/assets", asset(customer, location)));
    }

    static String mail() {
        return "maria." + UUID.randomUUID().toString().substring(0, 8) + "@cotroceni.example";
    }

    static String company(String mail) {
        return """
                {"name": "Supermarket Cotroceni SRL", "taxId": "RO12345674", "email": "%s", "billingAddress": %s}""".formatted(mail, ADDRESS);
    }

    static String contact(String customer, String mail) {
        return """
                {"customerId": "%s", "name": "Maria Ionescu", "phone": "+40 722 555 010", "email": "%s"}""".formatted(customer, mail);
    }

    static String location(String customer) {
        return """
                {"customerId": "%s", "name": "Magazin Cotroceni", "address": %s, "timeZone": "Europe/Bucharest",
                 "position": {"latitude": 44.4269, "longitude": 26.0346},
                 "accessNotes": "Rampa de marfă, intrarea din spate"}""".formatted(customer, ADDRESS);
    }

    static String asset(String customer, String location) {
        return """
                {"customerId": "%s", "locationId": "%s", "name": "Chiller lactate 1", "manufacturer": "Frigomont",
                 "model": "FX-40", "serialNumber": "FX40-%s"}""".formatted(customer, location, UUID.randomUUID());
    }

    /** What is sent to record the call. */
    public String ticket() {
        return """
                {"channel": "PHONE", "customerId": "%s", "contactId": "%s", "locationId": "%s", "assetId": "%s",
                 "serviceType": "REPAIR", "priority": "URGENT", "requiredSkills": ["refrigeration"],
                 "summary": "Chillerul de lactate pierde agent frigorific",
                 "instructions": "Alarmă de presiune joasă. Marfa a fost mutată."}""".formatted(id, contact, location, asset);
    }
}
