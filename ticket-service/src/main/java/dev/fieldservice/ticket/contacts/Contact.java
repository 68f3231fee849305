package dev.fieldservice.ticket.contacts;

import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.ticket.customers.Belonging;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** A person at the customer's: who calls, and whom the technician meets. */
@Entity
public class Contact extends Aggregate {

    UUID customerId;
    String name;
    String phone;
    String email;

    /** Null where it is not known. */
    String language;

    boolean visitMail = true;

    /** Null where it is not known: they are written to. */
    @Enumerated(EnumType.STRING)
    ContactRef.Channel preferredChannel;

    protected Contact() {}

    public static Contact register(ContactDetails details, By by) {
        Contact contact = new Contact();
        contact.id = Ids.next();
        contact.customerId = details.customerId();
        contact.set(details);
        contact.note("REGISTERED", by, by.at(), null);
        contact.tellAgain(by);
        return contact;
    }

    /** False for the same once more. */
    public boolean differsFrom(ContactDetails details) {
        return !new ContactDetails(
                        customerId,
                        name,
                        phone,
                        email,
                        language,
                        details.visitMail() == null ? null : visitMail,
                        details.preferredChannel() == null ? null : preferredChannel)
                .equals(details);
    }

    public void change(ContactDetails details, By by) {
        Belonging.requireUnchanged(customerId, details.customerId());
        if (differsFrom(details)) {
            set(details);
            note("CHANGED", by, by.at(), null);
            tellAgain(by);
        }
    }

    private void set(ContactDetails details) {
        name = details.name();
        phone = details.phone();
        email = details.email();
        language = details.language();
        visitMail = details.visitMail() == null ? visitMail : details.visitMail();
        preferredChannel = details.preferredChannel() == null ? preferredChannel : details.preferredChannel();
    }

    public ContactDetails details() {
        return new ContactDetails(customerId, name, phone, email, language, visitMail, preferredChannel);
    }

    /** Raises the event that carries who they are. */
    public void tellAgain(By by) {
        raise(new ContactEvent.Changed(this, by.at()));
    }

    public ContactRef ref() {
        return new ContactRef(id, name, phone, email, language, visitMail ? null : false, preferredChannel);
    }

    @Override
    public String kind() {
        return "contact";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
