package dev.fieldservice.systemtests.faults.workload;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Sender;
import dev.fieldservice.players.demo.Customer;

/** A ticket and the order that appeared by itself; nobody has it yet. */
public record OpenOrder(String ticket, String order) {

    public static OpenOrder call(Phone phone, Company company) {
        return call(phone, phone::command);
    }

    static OpenOrder call(Phone phone, Sender sender) {
        String ticket = sender.create(
                Player.DANA, "/v1/tickets", Customer.registered(sender).ticket());
        String found = "/v1/service-orders?ticketId=" + ticket;
        return new OpenOrder(ticket, phone.awaitFirst(Player.DANA, found));
    }
}
