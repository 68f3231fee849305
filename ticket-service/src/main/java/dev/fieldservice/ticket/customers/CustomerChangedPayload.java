package dev.fieldservice.ticket.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.CustomerRef;
import java.time.Instant;
import java.util.UUID;

/** {@code customer-changed} v1: the customer as they are, whole, so that the newest of them is all that anybody needs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerChangedPayload(
        UUID customerId, long customerVersion, CustomerRef customer, UUID mergedInto, Instant changedAt) {

    public static CustomerChangedPayload of(CustomerEvent.Changed event) {
        Customer customer = event.customer();
        return new CustomerChangedPayload(
                customer.id(), customer.version(), customer.ref(), customer.mergedInto, event.at());
    }
}
