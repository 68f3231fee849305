package dev.fieldservice.ticket.customerimports;

import dev.fieldservice.platform.imports.RowOutcome;
import dev.fieldservice.ticket.contacts.Contact;
import dev.fieldservice.ticket.contacts.ContactDetails;
import dev.fieldservice.ticket.customers.Customer;
import dev.fieldservice.ticket.customers.CustomerDetails;
import dev.fieldservice.ticket.externalids.ExternalId;
import dev.fieldservice.ticket.locations.ServiceLocation;
import dev.fieldservice.ticket.locations.ServiceLocationDetails;
import java.util.Optional;
import java.util.UUID;

/**
 * What a row says, held against what there is.
 *
 * @param customer empty for one that is not there, and so of contact and site
 * @param wantedContact empty where nothing is said of one, and so of the site
 */
record ListedCustomer(
        ExternalId externalId,
        Optional<Customer> customer,
        CustomerDetails wanted,
        Optional<Contact> contact,
        Optional<ContactDetails> wantedContact,
        ExternalId siteExternalId,
        Optional<ServiceLocation> site,
        Optional<ServiceLocationDetails> wantedSite) {

    RowOutcome outcome() {
        if (customer.isEmpty()) {
            return RowOutcome.CREATED;
        }
        return isCustomerChanged() || isContactChanged() || isSiteChanged() ? RowOutcome.CHANGED : RowOutcome.UNCHANGED;
    }

    boolean isCustomerChanged() {
        return customer.map(now -> now.differsFrom(wanted)).orElse(true);
    }

    boolean isContactChanged() {
        return wantedContact
                .map(to -> contact.map(now -> now.differsFrom(to)).orElse(true))
                .orElse(false);
    }

    boolean isSiteChanged() {
        return wantedSite
                .map(to -> site.map(now -> now.differsFrom(to)).orElse(true))
                .orElse(false);
    }

    /** Null for one that is not there. */
    UUID customerId() {
        return customer.map(Customer::id).orElse(null);
    }
}
