package dev.fieldservice.ticket.calls;

import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.assets.Asset;
import dev.fieldservice.ticket.assets.AssetDetails;
import dev.fieldservice.ticket.contacts.Contact;
import dev.fieldservice.ticket.contacts.ContactDetails;
import dev.fieldservice.ticket.customers.Belonging;
import dev.fieldservice.ticket.customers.Customer;
import dev.fieldservice.ticket.customers.CustomerDetails;
import dev.fieldservice.ticket.locations.ServiceLocation;
import dev.fieldservice.ticket.locations.ServiceLocationDetails;
import dev.fieldservice.ticket.tickets.Ticket;
import dev.fieldservice.ticket.tickets.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Records what is said in one call, all of it or nothing: who calls, where, about which machine, and what is wanted. */
@ApplicationScoped
class Calls {

    private final Tickets tickets;
    private final Phones phones;

    Calls(Tickets tickets, Phones phones) {
        this.tickets = tickets;
        this.phones = phones;
    }

    /** Refused with 422 where an id leads nowhere, or somebody who is entered may be known already. */
    Uni<Ticket> take(Tx tx, NewCall call) {
        call.requireWhole();
        return customer(tx, call)
                .chain(customer -> contact(tx, call, customer)
                        .chain(contact -> site(tx, call, customer)
                                .chain(site -> machine(tx, call, customer, site)
                                        .call(machine -> tx.session().flush()) // what the ticket is about is looked for
                                        .chain(machine -> tickets.open(
                                                tx, call.ticket(customer, contact, site, machine.orElse(null)))))));
    }

    private Uni<UUID> customer(Tx tx, NewCall call) {
        if (call.customerId() != null) {
            return Belonging.requireCustomer(tx, call.customerId()).map(Customer::id);
        }
        CustomerDetails details =
                Refused.within("/customer", () -> call.customer().read(phones));
        Uni<Void> unique = call.mayBeDuplicate()
                ? Duplicates.requireNone(tx, details)
                : Uni.createFrom().voidItem();
        return unique.chain(() -> tx.add(Customer.register(details, tx.by()))).map(Customer::id);
    }

    private Uni<UUID> contact(Tx tx, NewCall call, UUID customer) {
        NewCall.Caller caller = call.contact();
        if (caller == null) {
            return Uni.createFrom().item(call.contactId());
        }
        ContactDetails details = Refused.within(
                "/contact",
                () -> ContactDetails.of(customer, caller.name(), caller.phone(), caller.email())
                        .read(phones));
        Uni<Void> unique = call.mayBeDuplicate()
                ? Duplicates.requireNone(tx, details)
                : Uni.createFrom().voidItem();
        return unique.chain(() -> tx.add(Contact.register(details, tx.by()))).map(Contact::id);
    }

    private static Uni<UUID> site(Tx tx, NewCall call, UUID customer) {
        NewCall.Site site = call.location();
        if (site == null) {
            return tx.session()
                    .find(ServiceLocation.class, call.locationId())
                    .invoke(found -> {
                        if (found == null || !found.belongsTo(customer)) {
                            throw Refusal.RuleViolated.unknown("/locationId", "service location");
                        }
                    })
                    .map(ServiceLocation::id);
        }
        var details = new ServiceLocationDetails(
                customer, site.name(), site.address(), site.position(), site.timeZone(), site.accessNotes(), null);
        var _ = Refused.within("/location", () -> {
            details.requireKnownTimeZone();
            return details;
        });
        return tx.add(ServiceLocation.register(details, tx.by())).map(ServiceLocation::id);
    }

    private static Uni<Optional<UUID>> machine(Tx tx, NewCall call, UUID customer, UUID site) {
        NewCall.Machine machine = call.asset();
        if (machine == null) {
            return Uni.createFrom().item(Optional.ofNullable(call.assetId()));
        }
        var details = new AssetDetails(
                customer, site, machine.name(), machine.serialNumber(), machine.manufacturer(), machine.model());
        return tx.add(Asset.register(details, tx.by())).map(made -> Optional.of(made.id()));
    }
}
