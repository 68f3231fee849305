package dev.fieldservice.ticket.contacts;

import dev.fieldservice.contracts.ContactRef;
import java.time.Instant;
import java.util.UUID;

/** {@code contact-changed} v1: the contact as they are, whole, so that the newest of them is all that anybody needs. */
public record ContactChangedPayload(
        UUID contactId, long contactVersion, UUID customerId, ContactRef contact, Instant changedAt) {

    public static ContactChangedPayload of(ContactEvent.Changed event) {
        Contact contact = event.contact();
        return new ContactChangedPayload(
                contact.id(), contact.version(), contact.customerId, contact.ref(), event.at());
    }
}
