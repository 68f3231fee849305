package dev.fieldservice.ticket.customerimports;

import dev.fieldservice.platform.imports.Objection;
import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.ticket.contacts.Contact;
import dev.fieldservice.ticket.contacts.ContactDetails;
import dev.fieldservice.ticket.customers.Customer;
import dev.fieldservice.ticket.customers.CustomerDetails;
import dev.fieldservice.ticket.externalids.ExternalId;
import dev.fieldservice.ticket.locations.ServiceLocation;
import dev.fieldservice.ticket.locations.ServiceLocationDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Reads rows as what is entered alone is read, and names the column that is wrong. */
@ApplicationScoped
class CustomerRows {

    /** Stands for a customer who is not there yet. */
    private static final UUID NOBODY_YET = new UUID(0, 0);

    private final Validator validator;
    private final Phones phones;

    CustomerRows(Validator validator, Phones phones) {
        this.validator = validator;
        this.phones = phones;
    }

    ListedCustomer read(CustomerImport running, KnownCustomers known, CustomerImportRow row) {
        CustomerColumns columns = new CustomerColumns(row.values());
        ExternalId externalId = externalId(running, columns.externalId(), CustomerColumns.EXTERNAL_ID);
        ExternalId siteExternalId = externalId(running, columns.siteExternalId(), CustomerColumns.SITE_EXTERNAL_ID);
        Optional<Customer> customer = known.customer(row);
        customer.ifPresent(CustomerRows::requireNotMerged);
        UUID customerId = customer.map(Customer::id).orElse(NOBODY_YET);
        Optional<Contact> contact = known.contact(row);
        Optional<ServiceLocation> site = known.site(row);
        Optional<ServiceLocationDetails> wantedSite = columns.site(customerId, site.map(ServiceLocation::details));
        if (wantedSite.isPresent()
                && site.filter(now -> !now.belongsTo(customerId)).isPresent()) {
            throw new Objection.Raised(
                    CustomerColumns.SITE_EXTERNAL_ID, "customer-is-fixed", "This site is another customer's.");
        }
        return new ListedCustomer(
                externalId,
                customer,
                customer(columns.customer(customer.map(Customer::details))),
                contact,
                columns.contact(customerId, contact.map(Contact::details)).map(this::contact),
                siteExternalId,
                site,
                wantedSite.map(this::site));
    }

    /** The other system still knows two where there is one: which of them counts is for people to say. */
    private static void requireNotMerged(Customer customer) {
        var _ = Objection.reading(
                () -> {
                    customer.requireNotMerged(CustomerColumns.EXTERNAL_ID);
                    return customer;
                },
                UnaryOperator.identity());
    }

    private ExternalId externalId(CustomerImport running, String sent, String column) {
        ExternalId id = new ExternalId(running.system, sent);
        Objection.requireValid(validator, id, property -> column);
        return id;
    }

    private CustomerDetails customer(CustomerDetails wanted) {
        Objection.requireValid(validator, wanted, Objection::last);
        return Objection.reading(() -> wanted.read(phones), Objection::last);
    }

    private ContactDetails contact(ContactDetails wanted) {
        UnaryOperator<String> column =
                property -> CustomerColumns.column(CustomerColumns.OF_CONTACT, Objection.last(property));
        Objection.requireValid(validator, wanted, column);
        return Objection.reading(() -> wanted.read(phones), column);
    }

    private ServiceLocationDetails site(ServiceLocationDetails wanted) {
        UnaryOperator<String> column =
                property -> CustomerColumns.column(CustomerColumns.OF_SITE, Objection.last(property));
        Objection.requireValid(validator, wanted, column);
        return Objection.reading(
                () -> {
                    wanted.requireKnownTimeZone();
                    return wanted;
                },
                column);
    }
}
