package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.players.forms.CustomerForms;
import dev.fieldservice.players.story.Story;

/** A ticket and the order that appeared by itself; nobody has it yet. */
public record OpenOrder(String ticket, String order) {

    public static OpenOrder call(Driver driver) {
        return call(driver, Story.UNTOLD, Customer.registered(driver));
    }

    public static OpenOrder call(Driver driver, Story story, Customer customer) {
        var ticket = story.does(
                Player.DANA,
                "records the call as a ticket: PHONE, REPAIR, URGENT",
                () -> driver.create(Player.DANA, "/v1/tickets", customer.ticket()));
        return of(driver, story, ticket);
    }

    /** Nobody types anything but how urgent it is: sender, site and machine are known by what the mail says. */
    static OpenOrder mail(Driver driver, Story story, Customer customer, Mailbox mailbox, boolean isTwice) {
        var mail = customer.writes(driver);
        mailbox.deliver(CustomerForms.MAILBOX, mail);
        if (isTwice) {
            mailbox.deliver(CustomerForms.MAILBOX, mail);
            mailbox.deliver(CustomerForms.MAILBOX, CustomerForms.answer(customer.mail(), mail));
        }
        story.line("       Maria Ionescu writes to %s: the chiller leaks".formatted(CustomerForms.MAILBOX));
        var ticket = story.follows(
                "ticket-service",
                "mailbox",
                "her mail is a ticket of her shop and its chiller, and is acknowledged",
                () -> driver.await(
                                Player.DANA,
                                "/v1/incoming-mails?state=TICKET_OPENED&fromAddress=" + customer.mail(),
                                seen -> !seen.text("/items/0/ticketId").isEmpty())
                        .text("/items/0/ticketId"));
        var screen = "/v1/tickets/" + ticket;
        story.does(
                Player.DANA,
                "makes it urgent, and asks for somebody who knows refrigeration",
                () -> driver.edit(Player.DANA, screen, screen, customer.correction()));
        return of(driver, story, ticket);
    }

    private static OpenOrder of(Driver driver, Story story, String ticket) {
        var order = story.follows(
                "dispatch-service",
                "ticket-created",
                "a service order appears by itself",
                () -> driver.awaitFirst(Player.DANA, "/v1/service-orders?ticketId=" + ticket));
        return new OpenOrder(ticket, order);
    }
}
