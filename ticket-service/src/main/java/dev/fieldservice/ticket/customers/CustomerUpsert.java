package dev.fieldservice.ticket.customers;

import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.ticket.externalids.ExternalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What another system knows of a customer. */
public record CustomerUpsert(
        @Valid @NotNull ExternalId externalId,
        @Valid @NotNull CustomerDetails customer) {

    CustomerUpsert read(Phones phones) {
        return new CustomerUpsert(externalId, Refused.within("/customer", () -> customer.read(phones)));
    }
}
