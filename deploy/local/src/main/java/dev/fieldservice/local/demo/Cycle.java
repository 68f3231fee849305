package dev.fieldservice.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * The whole cycle on one case: a supermarket calls, a chiller leaks refrigerant; at the end its invoice is issued and the
 * ticket is closed. Everything through the gateway, each step by the person whose job it is.
 */
public final class Cycle extends Scene {

    private static final String ADDRESS = """
            {"street": "Bulevardul Timișoara 26", "city": "București", "region": "RO-B",
             "postalCode": "061344", "countryCode": "RO"}""";

    private final Company company;
    private final Mailbox mailbox;
    private final String mail = "maria." + UUID.randomUUID().toString().substring(0, 8) + "@cotroceni.example";

    private String ticket = "";
    private String order = "";
    private String invoice = "";

    public Cycle(Api api, Story story, Company company, Mailbox mailbox) {
        super(api, story);
        this.company = company;
        this.mailbox = mailbox;
    }

    public String ticket() {
        return ticket;
    }

    public String order() {
        return order;
    }

    public String invoice() {
        return invoice;
    }

    /** Where the delay was announced to. */
    public String contactMail() {
        return mail;
    }

    public void play() {
        theCall();
        planning();
        var visit = new TechnicianVisit(api, story, company, order);
        visit.theDay(mailbox, mail);
        visit.onSite();
        visit.partsFromTheVan();
        visit.paperwork(mail);
        var closing = new Closing(api, story, ticket, order);
        closing.review(visit);
        invoice = closing.invoice();
        closing.timeline();
    }

    private void theCall() {
        story.chapter("A supermarket calls");
        var customer = create(Player.DANA, "registers the customer", "/v1/customers", """
                {"name": "Supermarket Cotroceni SRL", "taxId": "RO12345674", "email": "%s", "billingAddress": %s}""".formatted(mail, ADDRESS));
        var contact =
                create(Player.DANA, "and Maria Ionescu, who calls", "/v1/contacts", """
                {"customerId": "%s", "name": "Maria Ionescu", "phone": "+40 722 555 010", "email": "%s"}""".formatted(customer, mail));
        var location =
                create(Player.DANA, "where the shop is", "/v1/service-locations", """
                {"customerId": "%s", "name": "Magazin Cotroceni", "address": %s, "timeZone": "Europe/Bucharest",
                 "position": {"latitude": 44.4269, "longitude": 26.0346},
                 "accessNotes": "Rampa de marfă, intrarea din spate"}""".formatted(customer, ADDRESS));
        var asset = create(Player.DANA, "and the chiller with its serial number", "/v1/assets", """
                {"customerId": "%s", "locationId": "%s", "name": "Chiller lactate 1", "manufacturer": "Frigomont",
                 "model": "FX-40", "serialNumber": "FX40-%s"}""".formatted(
                        customer, location, UUID.randomUUID()));
        ticket =
                create(Player.DANA, "records the call as a ticket: PHONE, REPAIR, URGENT", "/v1/tickets", """
                {"channel": "PHONE", "customerId": "%s", "contactId": "%s", "locationId": "%s", "assetId": "%s",
                 "serviceType": "REPAIR", "priority": "URGENT", "requiredSkills": ["refrigeration"],
                 "summary": "Chillerul de lactate pierde agent frigorific",
                 "instructions": "Alarmă de presiune joasă. Marfa a fost mutată."}""".formatted(
                                customer, contact, location, asset));
        var found = "/v1/service-orders?ticketId=" + ticket;
        order = story.follows(
                "dispatch-service",
                "ticket-created",
                "a service order appears by itself",
                () -> api.await(
                                Player.DANA,
                                found,
                                r -> r.body().at("/items/0/id").isTextual(),
                                EVENT)
                        .text("/items/0/id"));
        becomes(
                "ticket-service",
                "order-created",
                "the ticket is IN_PROGRESS",
                Player.DANA,
                "/v1/tickets/" + ticket,
                "IN_PROGRESS");
    }

    private void planning() {
        story.chapter("Dispatch plans");
        var open = "/v1/service-orders?state=UNSCHEDULED&limit=200";
        var near = story.does(
                Player.TEODORA,
                "looks for open orders within 10 km of where she is",
                () -> api.get(Player.TEODORA, open + "&near=44.43,26.05&radiusMetres=10000"));
        story.holds(contains(near.body(), order), "the order is among the open ones near her");
        var area = story.does(
                Player.DANA,
                "looks for the open orders of " + Company.AREA_NAME,
                () -> api.get(Player.DANA, open + "&territoryId=" + company.territory()));
        story.holds(contains(area.body(), order), "the order lies in the territory");
        var slot = new FreeSlot(api).of(Player.TUDOR);
        command(
                Player.DANA,
                "assigns Tudor, " + slot.start() + " for two hours",
                "/v1/service-orders/" + order + "/assign",
                """
                {"technicianIds": ["%s"], "window": {"start": "%s", "end": "%s"}}""".formatted(Player.TUDOR.id(), slot.start(), slot.end()));
    }

    private static boolean contains(JsonNode list, String id) {
        return list.at("/items").findValuesAsText("id").contains(id);
    }
}
