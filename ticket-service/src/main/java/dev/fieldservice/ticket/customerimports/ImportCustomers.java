package dev.fieldservice.ticket.customerimports;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.imports.ImportJob;
import dev.fieldservice.platform.imports.RowOutcome;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.contacts.Contact;
import dev.fieldservice.ticket.corrections.Correction.About;
import dev.fieldservice.ticket.corrections.Corrections;
import dev.fieldservice.ticket.customers.Customer;
import dev.fieldservice.ticket.errands.TicketErrand;
import dev.fieldservice.ticket.locations.ServiceLocation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Enters the customers of a list, with a contact and a site of each. */
@ApplicationScoped
public class ImportCustomers
        implements InTransaction<ImportJob.Page>,
                ImportJob.Entering<CustomerImport, CustomerImportRow, KnownCustomers> {

    private final ImportJob<CustomerImport, CustomerImportRow> job;
    private final CustomerRows rows;
    private final Corrections corrections;

    public ImportCustomers(Errands errands, CustomerRows rows, Corrections corrections) {
        this.job =
                new ImportJob<>(errands, TicketErrand.IMPORT_CUSTOMERS, CustomerImport.class, CustomerImportRow.class);
        this.rows = rows;
        this.corrections = corrections;
    }

    Uni<Void> later(Tx tx, CustomerImport running) {
        return job.later(tx, running);
    }

    @Override
    public Class<ImportJob.Page> content() {
        return ImportJob.Page.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<ImportJob.Page> errand) {
        return job.carryOut(tx, errand.content(), this);
    }

    @Override
    public Uni<Void> gaveUp(Tx tx, Errand<ImportJob.Page> errand, String why) {
        return job.gaveUp(tx, errand.content(), why);
    }

    @Override
    public Uni<KnownCustomers> known(Tx tx, CustomerImport running, List<CustomerImportRow> some) {
        return KnownCustomers.of(tx, running, some);
    }

    @Override
    public Uni<Void> enter(Tx tx, CustomerImport running, KnownCustomers known, CustomerImportRow row) {
        ListedCustomer listed = rows.read(running, known, row);
        RowOutcome outcome = listed.outcome();
        if (running.isDryRun() || outcome == RowOutcome.UNCHANGED) {
            row.became(outcome, listed.customerId());
            return Uni.createFrom().voidItem();
        }
        By by = running.sender(tx);
        return customer(tx, listed, by)
                .call(customer -> contact(tx, listed, customer.id(), by))
                .call(customer -> site(tx, listed, customer.id(), by))
                .invoke(customer -> row.became(outcome, customer.id()))
                .replaceWithVoid();
    }

    private Uni<Customer> customer(Tx tx, ListedCustomer listed, By by) {
        return listed.customer()
                .map(now -> follow(tx, now, listed.isCustomerChanged(), About.CUSTOMER, now.id())
                        .invoke(() -> now.change(listed.wanted(), by))
                        .replaceWith(now))
                .orElseGet(() -> tx.add(Customer.register(listed.wanted(), by))
                        .invoke(made -> made.isKnownAs(listed.externalId(), by)));
    }

    private Uni<?> contact(Tx tx, ListedCustomer listed, UUID customer, By by) {
        if (!listed.isContactChanged()) {
            return Uni.createFrom().voidItem();
        }
        var wanted = listed.wantedContact().orElseThrow().of(customer);
        return listed.contact()
                .<Uni<?>>map(
                        now -> follow(tx, now, true, About.CONTACT, customer).invoke(() -> now.change(wanted, by)))
                .orElseGet(() -> tx.add(Contact.register(wanted, by)));
    }

    private Uni<?> site(Tx tx, ListedCustomer listed, UUID customer, By by) {
        if (!listed.isSiteChanged()) {
            return Uni.createFrom().voidItem();
        }
        var wanted = listed.wantedSite().orElseThrow().of(customer);
        return listed.site()
                .<Uni<?>>map(now -> follow(tx, now, true, About.SITE, customer).invoke(() -> now.change(wanted, by)))
                .orElseGet(() -> tx.add(ServiceLocation.register(wanted, by))
                        .invoke(made -> made.isKnownAs(listed.siteExternalId(), by)));
    }

    private <A extends Aggregate> Uni<Void> follow(Tx tx, A now, boolean isChanged, About about, UUID customer) {
        tx.watch(now);
        return corrections.follow(tx, now, isChanged, about, customer);
    }
}
