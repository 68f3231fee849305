package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.customers.KnownCustomer;
import dev.fieldservice.contracts.CustomerRef;
import java.time.Instant;
import java.util.UUID;

/** What this service needs of {@code ticket-created}. @param coverage null if it is under no contract and no warranty */
public record TicketAsked(UUID ticketId, CustomerRef customer, Under coverage, Instant createdAt) {

    KnownCustomer.Request request() {
        return new KnownCustomer.Request(customer, createdAt);
    }
}
