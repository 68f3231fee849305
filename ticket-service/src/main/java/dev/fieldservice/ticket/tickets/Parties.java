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

/**
 * Whom and what a ticket is about. What was a customer's who is another by now is that one's; tickets that were over before name the
 * customer whom they were about.
 */
public record Parties(Customer customer, Contact contact, ServiceLocation location, Optional<Asset> asset) {

    private static final String QUERY = """
            select c, k, l, a from Customer c
              left join Contact k on k.id = :contact and k.customerId in (c.id, c.mergedInto)
              left join ServiceLocation l on l.id = :location and l.customerId in (c.id, c.mergedInto)
              left join Asset a on a.id = :asset and a.customerId in (c.id, c.mergedInto)
             where c.id = :customer""";
    private static final String HOLD = """
            select 1 from customer c, contact k, service_location l%s
             where c.id = :customer and k.id = :contact and l.id = :location%s
               for share""";
    private static final String ELSEWHERE = "asset-is-elsewhere";
    private static final String RETIRED = "asset-is-retired";
    private static final UUID NONE = new UUID(0, 0);

    /**
     * The same, locked against corrections until the commit: each correction stands in what is told of the ticket, or comes
     * after it and is told then.
     */
    static Uni<Parties> held(Tx tx, Ticket ticket) {
        return held(tx, Refs.of(ticket));
    }

    /** The same of what is wanted. */
    static Uni<Parties> held(Tx tx, Refs refs) {
        boolean hasAsset = refs.assetId() != null;
        var hold = tx.session()
                .createNativeQuery(HOLD.formatted(hasAsset ? ", asset a" : "", hasAsset ? " and a.id = :asset" : ""))
                .setParameter("customer", refs.customerId())
                .setParameter("contact", refs.contactId())
                .setParameter("location", refs.locationId());
        return (hasAsset ? hold.setParameter("asset", refs.assetId()) : hold)
                .getResultList()
                .chain(() -> of(tx, refs));
    }

    /** Whose contracts hold: the customer, or who took over what was theirs. */
    UUID customerWhoIsKept() {
        return customer.mergedInto().orElse(customer.id());
    }

    /** Refused with 422 where the customer is another by now. */
    void requireCustomerStillThere() {
        customer.requireNotMerged("/customerId");
    }

    /** Refused with 422 where the machine that is named is retired, or stands at another site. */
    void requireMachine() {
        requireMachineInUse();
        requireMachineAtSite();
    }

    /** Refused with 422 where the machine that is named stands at another site. */
    void requireMachineAtSite() {
        if (isMachineElsewhere()) {
            throw Refusal.RuleViolated.at(
                    "/assetId", ELSEWHERE, "This machine stands at another site of the customer's.");
        }
    }

    /** Refused with 422 where the machine that is named is retired. */
    void requireMachineInUse() {
        if (isMachineRetired()) {
            throw Refusal.RuleViolated.at("/assetId", RETIRED, "This machine has been retired.");
        }
    }

    /** The same of one that was named on an earlier ticket. */
    void requireMachineStill() {
        if (isMachineElsewhere()) {
            throw new Refusal.RuleViolated(
                            ELSEWHERE,
                            "The machine stands at another site by now. Open a ticket for it there (followUpOf).")
                    .refused();
        }
        if (isMachineRetired()) {
            throw new Refusal.RuleViolated(
                            RETIRED,
                            "The machine has been retired. Open a ticket for what stands in its place (followUpOf).")
                    .refused();
        }
    }

    private boolean isMachineElsewhere() {
        return asset.filter(machine -> !machine.standsAt(location)).isPresent();
    }

    private boolean isMachineRetired() {
        return asset.filter(Asset::isRetired).isPresent();
    }

    /** As they are known now. */
    static Uni<Parties> of(Tx tx, Ticket ticket) {
        return of(tx, Refs.of(ticket));
    }

    /** @param assetId null if no machine is named */
    record Refs(UUID customerId, UUID contactId, UUID locationId, UUID assetId) {

        static Refs of(Ticket ticket) {
            return new Refs(ticket.customerId, ticket.contactId, ticket.locationId, ticket.assetId);
        }

        static Refs of(NewTicket request) {
            return new Refs(request.customerId(), request.contactId(), request.locationId(), request.assetId());
        }

        static Refs of(UUID customerId, TicketDetails details) {
            return new Refs(customerId, details.contactId(), details.locationId(), details.assetId());
        }
    }

    /** Refused with 422 where a reference leads nowhere, or to another customer's. */
    private static Uni<Parties> of(Tx tx, Refs refs) {
        return tx.session()
                .createSelectionQuery(QUERY, Tuple.class)
                .setParameter("customer", refs.customerId())
                .setParameter("contact", refs.contactId())
                .setParameter("location", refs.locationId())
                .setParameter("asset", Optional.ofNullable(refs.assetId()).orElse(NONE))
                .getSingleResultOrNull()
                .map(row -> of(row, refs));
    }

    private static Parties of(Tuple row, Refs request) {
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
