package dev.fieldservice.players.company;

import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.CustomerForms;
import dev.fieldservice.players.story.Story;
import java.util.UUID;

/** Who calls, and about what. */
public record Customer(String id, String contact, String location, String asset, String mail) {

    public static Customer registered(Driver driver) {
        return registered(driver, Story.UNTOLD);
    }

    /** One who is known to whoever calls, and gets no invoices by mail. */
    public static Customer withoutMail(Driver driver) {
        return registered(driver, Story.UNTOLD, newMail(), CustomerForms.companyWithoutMail());
    }

    public static Customer registered(Driver driver, Story story) {
        var mail = newMail();
        return registered(driver, story, mail, CustomerForms.company(mail));
    }

    private static String newMail() {
        return "maria." + UUID.randomUUID().toString().substring(0, 8) + "@cotroceni.example";
    }

    private static Customer registered(Driver driver, Story story, String mail, String company) {
        var desk = new Desk(driver, story);
        var customer = desk.enters("registers the customer", "/v1/customers", company);
        var contact =
                desk.enters("and Maria Ionescu, who calls", "/v1/contacts", CustomerForms.contact(customer, mail));
        var location = desk.enters("where the shop is", "/v1/service-locations", CustomerForms.location(customer));
        var asset = desk.enters(
                "and the chiller with its serial number", "/v1/assets", CustomerForms.asset(customer, location));
        return new Customer(customer, contact, location, asset, mail);
    }

    private record Desk(Driver driver, Story story) {
        String enters(String what, String path, String body) {
            return story.does(Player.DANA, what, () -> driver.create(Player.DANA, path, body));
        }
    }

    /** The mail in which the same is written: who knows the machine's number names it. */
    public String writes(Driver driver) {
        var machine = driver.read(Player.DANA, "/v1/assets/" + asset);
        return CustomerForms.mail(mail, machine.text("/serialNumber"));
    }

    /** What is known of the request beside the mail. */
    public String correction() {
        return CustomerForms.correction(contact, location, asset);
    }

    /** What is sent to record the call. */
    public String ticket() {
        return CustomerForms.ticket(id, contact, location, asset);
    }
}
