package dev.fieldservice.ticket.contacts;

import dev.fieldservice.platform.events.DomainEvent;
import java.time.Instant;

/** The domain events about contacts, which others are told. */
public sealed interface ContactEvent extends DomainEvent {

    /** Registered, changed, or told anew. */
    record Changed(Contact contact, Instant at) implements ContactEvent {}
}
