package dev.fieldservice.ticket.customerimports;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.contacts.Contact;
import dev.fieldservice.ticket.customers.Customer;
import dev.fieldservice.ticket.externalids.ExternalId;
import dev.fieldservice.ticket.externalids.Named;
import dev.fieldservice.ticket.locations.ServiceLocation;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.LockMode;

/** What is known of what some rows name: their customers, a contact of each by name, their sites. */
record KnownCustomers(
        Map<UUID, Found> byRow,
        Map<UUID, Customer> customers,
        Map<UUID, Contact> contacts,
        Map<UUID, ServiceLocation> sites) {

    private static final String NAMED = """
            select r.id, c.subject_id as customer, k.id as contact, s.subject_id as site
              from customer_import_row r
              left join customer_external_id c on c.key = :system || ':' || r.external_id
              left join lateral (select id from contact
                                  where customer_id = c.subject_id
                                    and compared(name) = compared(r.fields -> 'values' ->> 'contactName')
                                  order by id limit 1) k on true
              left join service_location_external_id s on s.key = :system || ':'
                    || coalesce(nullif(r.fields -> 'values' ->> 'siteExternalId', ''), r.external_id)
             where r.id in :rows""";

    /** Each null where there is none. */
    private record Found(UUID customer, UUID contact, UUID site) {}

    /** They are locked, each kind in the order of their ids, unless nothing is to be entered. */
    static Uni<KnownCustomers> of(Tx tx, CustomerImport running, List<CustomerImportRow> rows) {
        return running.isDryRun()
                ? found(tx, running, rows).chain(found -> those(tx, found, LockMode.NONE))
                : held(tx, running, rows).chain(() -> locked(tx, running, rows));
    }

    /** Who was called otherwise by the time they were locked is looked for anew. */
    private static Uni<KnownCustomers> locked(Tx tx, CustomerImport running, List<CustomerImportRow> rows) {
        return found(tx, running, rows)
                .chain(found -> those(tx, found, LockMode.PESSIMISTIC_WRITE))
                .chain(known -> found(tx, running, rows)
                        .chain(now ->
                                now.equals(known.byRow()) ? Uni.createFrom().item(known) : locked(tx, running, rows)));
    }

    private static Uni<KnownCustomers> those(Tx tx, Map<UUID, Found> found, LockMode lock) {
        return those(tx, Customer.class, found, Found::customer, lock)
                .chain(customers -> those(tx, Contact.class, found, Found::contact, lock)
                        .chain(contacts -> those(tx, ServiceLocation.class, found, Found::site, lock)
                                .map(sites -> new KnownCustomers(found, customers, contacts, sites))));
    }

    /** Nobody else enters what these rows name until this transaction has ended. */
    private static Uni<Void> held(Tx tx, CustomerImport running, List<CustomerImportRow> rows) {
        List<CustomerColumns> columns =
                rows.stream().map(row -> new CustomerColumns(row.values())).toList();
        return Named.CUSTOMER
                .hold(tx, ids(running, columns, CustomerColumns::externalId))
                .chain(() -> Named.SERVICE_LOCATION.hold(tx, ids(running, columns, CustomerColumns::siteExternalId)));
    }

    private static List<ExternalId> ids(
            CustomerImport running, List<CustomerColumns> columns, Function<CustomerColumns, String> id) {
        return columns.stream()
                .map(row -> new ExternalId(running.system, id.apply(row)))
                .toList();
    }

    private static Uni<Map<UUID, Found>> found(Tx tx, CustomerImport running, List<CustomerImportRow> rows) {
        return tx.session()
                .createNativeQuery(NAMED, Tuple.class)
                .setParameter("system", running.system)
                .setParameter("rows", rows.stream().map(CustomerImportRow::id).toList())
                .getResultList()
                .map(tuples -> tuples.stream()
                        .collect(Collectors.toMap(
                                row -> row.get(0, UUID.class),
                                row -> new Found(
                                        row.get(1, UUID.class), row.get(2, UUID.class), row.get(3, UUID.class)))));
    }

    private static <A extends Aggregate> Uni<Map<UUID, A>> those(
            Tx tx, Class<A> type, Map<UUID, Found> found, Function<Found, UUID> which, LockMode lock) {
        List<UUID> ids =
                found.values().stream().map(which).filter(Objects::nonNull).toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : tx.session()
                        .createSelectionQuery("from " + type.getSimpleName() + " where id in :ids order by id", type)
                        .setParameter("ids", ids)
                        .setLockMode(lock)
                        .getResultList()
                        .map(all -> all.stream().collect(Collectors.toMap(Aggregate::id, Function.identity())));
    }

    Optional<Customer> customer(CustomerImportRow row) {
        return Optional.ofNullable(byRow.get(row.id()).customer()).map(customers::get);
    }

    Optional<Contact> contact(CustomerImportRow row) {
        return Optional.ofNullable(byRow.get(row.id()).contact()).map(contacts::get);
    }

    Optional<ServiceLocation> site(CustomerImportRow row) {
        return Optional.ofNullable(byRow.get(row.id()).site()).map(sites::get);
    }
}
