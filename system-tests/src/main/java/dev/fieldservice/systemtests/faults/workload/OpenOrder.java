package dev.fieldservice.systemtests.faults.workload;

import java.util.UUID;

/** A ticket and the order that appeared by itself; nobody has it yet. */
public record OpenOrder(String ticket, String order) {

    private static final String ADDRESS = """
            {"street": "Bulevardul Timișoara 26", "city": "București", "countryCode": "RO"}""";

    /** How a person sends a command; says how often at once. */
    @FunctionalInterface
    interface Sender {
        Reply send(Person who, String path, String body);
    }

    public static OpenOrder call(Phone phone, Company company) {
        return call(phone, company.dispatcher(), phone::command);
    }

    static OpenOrder call(Phone phone, Person dispatcher, Sender sender) {
        String ticket = ticket(dispatcher, sender);
        String order = phone.await(
                        dispatcher,
                        "/v1/service-orders?ticketId=" + ticket,
                        reply -> reply.body().at("/items/0/id").isTextual())
                .text("/items/0/id");
        return new OpenOrder(ticket, order);
    }

    private static String ticket(Person dispatcher, Sender sender) {
        String customer =
                sender.send(dispatcher, "/v1/customers", """
                {"name": "Supermarket Cotroceni SRL", "taxId": "RO12345674", "billingAddress": %s}""".formatted(ADDRESS)).text("/id");
        String contact =
                sender.send(dispatcher, "/v1/contacts", """
                {"customerId": "%s", "name": "Maria Ionescu", "phone": "+40 722 555 010"}""".formatted(customer)).text("/id");
        String location = sender.send(dispatcher, "/v1/service-locations", """
                {"customerId": "%s", "name": "Magazin Cotroceni", "address": %s, "timeZone": "Europe/Bucharest",
                 "position": {"latitude": 44.4269, "longitude": 26.0346}}""".formatted(customer, ADDRESS))
                .text("/id");
        String asset = sender.send(dispatcher, "/v1/assets", """
                {"customerId": "%s", "locationId": "%s", "name": "Chiller lactate 1", "manufacturer": "Frigomont",
                 "serialNumber": "FX40-%s"}""".formatted(customer, location, UUID.randomUUID()))
                .text("/id");
        return sender.send(dispatcher, "/v1/tickets", """
                {"channel": "PHONE", "customerId": "%s", "contactId": "%s", "locationId": "%s", "assetId": "%s",
                 "serviceType": "REPAIR", "priority": "URGENT", "requiredSkills": ["refrigeration"],
                 "summary": "Chillerul de lactate pierde agent frigorific"}""".formatted(customer, contact, location, asset))
                .text("/id");
    }
}
