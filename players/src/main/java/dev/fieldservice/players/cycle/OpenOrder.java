package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.players.story.Story;

/** A ticket and the order that appeared by itself; nobody has it yet. */
public record OpenOrder(String ticket, String order) {

    public static OpenOrder call(Driver driver) {
        return call(driver, Story.UNTOLD, Customer.registered(driver));
    }

    static OpenOrder call(Driver driver, Story story, Customer customer) {
        var ticket = story.does(
                Player.DANA,
                "records the call as a ticket: PHONE, REPAIR, URGENT",
                () -> driver.create(Player.DANA, "/v1/tickets", customer.ticket()));
        var order = story.follows(
                "dispatch-service",
                "ticket-created",
                "a service order appears by itself",
                () -> driver.awaitFirst(Player.DANA, "/v1/service-orders?ticketId=" + ticket));
        return new OpenOrder(ticket, order);
    }
}
