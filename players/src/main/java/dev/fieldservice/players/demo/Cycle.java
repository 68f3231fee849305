package dev.fieldservice.players.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;

/**
 * The whole cycle on one case: a supermarket calls, a chiller leaks refrigerant; at the end its invoice is issued and the
 * ticket is closed. Everything through the gateway, each step by the person whose job it is.
 */
public final class Cycle extends Scene {

    private final Company company;
    private final Mailbox mailbox;
    private final String mail = Customer.mail();

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
        var customer = create(Player.DANA, "registers the customer", "/v1/customers", Customer.company(mail));
        var contact =
                create(Player.DANA, "and Maria Ionescu, who calls", "/v1/contacts", Customer.contact(customer, mail));
        var location = create(Player.DANA, "where the shop is", "/v1/service-locations", Customer.location(customer));
        var asset = create(
                Player.DANA,
                "and the chiller with its serial number",
                "/v1/assets",
                Customer.asset(customer, location));
        ticket = create(
                Player.DANA,
                "records the call as a ticket: PHONE, REPAIR, URGENT",
                "/v1/tickets",
                new Customer(customer, contact, location, asset).ticket());
        var found = "/v1/service-orders?ticketId=" + ticket;
        order = story.follows(
                "dispatch-service",
                "ticket-created",
                "a service order appears by itself",
                () -> api.awaitFirst(Player.DANA, found));
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
                Forms.assignment(Player.TUDOR, slot.start(), slot.end()));
    }

    private static boolean contains(JsonNode list, String id) {
        return list.at("/items").findValuesAsText("id").contains(id);
    }
}
