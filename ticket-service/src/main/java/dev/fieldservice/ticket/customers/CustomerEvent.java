package dev.fieldservice.ticket.customers;

import dev.fieldservice.platform.events.DomainEvent;
import java.time.Instant;

/** The domain events about customers, which others are told. */
public sealed interface CustomerEvent extends DomainEvent {

    /** Registered, changed, merged, or told anew. */
    record Changed(Customer customer, Instant at) implements CustomerEvent {}
}
