package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.assets.Asset;
import dev.fieldservice.ticket.contacts.Contact;
import dev.fieldservice.ticket.customers.Customer;
import dev.fieldservice.ticket.locations.ServiceLocation;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;

/** Whom and what a ticket is about. */
public record Parties(Customer customer, Contact contact, ServiceLocation location, Optional<Asset> asset) {

    private static final String QUERY = """
            select c, k, l, a from Customer c
              left join Contact k on k.id = :contact and k.customerId = c.id
              left join ServiceLocation l on l.id = :location and l.customerId = c.id
              left join Asset a on a.id = :asset and a.customerId = c.id
             where c.id = :customer""";
    private static final UUID NONE = new UUID(0, 0);

    /** Refused with 422 where a reference leads nowhere, or to another customer's. */
    static Uni<Parties> of(Tx tx, NewTicket request) {
        return tx.session()
                .createSelectionQuery(QUERY, Tuple.class)
                .setParameter("customer", request.customerId())
                .setParameter("contact", request.contactId())
                .setParameter("location", request.locationId())
                .setParameter("asset", Optional.ofNullable(request.assetId()).orElse(NONE))
                .getSingleResultOrNull()
                .map(row -> of(row, request));
    }

    private static Parties of(Tuple row, NewTicket request) {
        require(row != null, "/customerId", "customer");
        require(row.get(1) != null, "/contactId", "contact");
        require(row.get(2) != null, "/locationId", "service location");
        require(row.get(3) != null || request.assetId() == null, "/assetId", "asset");
        return new Parties(
                row.get(0, Customer.class),
                row.get(1, Contact.class),
                row.get(2, ServiceLocation.class),
                Optional.ofNullable(row.get(3, Asset.class)));
    }

    private static void require(boolean isThere, String pointer, String what) {
        if (!isThere) {
            throw Refusal.RuleViolated.unknown(pointer, what);
        }
    }
}
