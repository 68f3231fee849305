package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.mail.MailAddress;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.contacts.Contact;
import dev.fieldservice.ticket.contacts.ContactDetails;
import dev.fieldservice.ticket.customers.Belonging;
import io.smallrye.mutiny.Uni;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Who a sender is, and where work is wanted, as far as both are certain: nobody guesses a site to which somebody will drive. */
final class Senders {

    private static final String KNOWN = """
            select k.customer_id, k.id from contact k where lower(k.email) = :address
            union all
            select coalesce(c.merged_into, c.id), null from customer c where lower(c.email) = :address
             limit 50""";
    private static final String SITES = """
            select id, name from service_location where customer_id = :customer order by id limit 500""";
    private static final String MACHINES = """
            select id, location_id, serial_number from asset
             where customer_id = :customer and state = 'IN_USE' and serial_number is not null order by id limit 5000""";

    /** What is shorter stands in many texts by chance. */
    private static final int SHORTEST = 5;

    private static final Pattern LEFT_OUT = Pattern.compile("[\\p{M}\\p{Cf}\\s\\p{Pd}./]+");
    private static final int LONGEST_NAME = 200;

    private Senders() {}

    /** @param contactId null if the customer's own address is used, and nobody's in particular */
    record Sender(UUID customerId, UUID contactId) {}

    /** @param assetId null if no machine is named */
    record Place(UUID locationId, UUID assetId) {}

    /** One for each customer where the address is known; none if it is not known at all. */
    static Uni<List<Sender>> known(Tx tx, String address) {
        if (address == null) {
            return Uni.createFrom().item(List.of());
        }
        return tx.session()
                .createNativeQuery(KNOWN, Object[].class)
                .setParameter("address", address)
                .getResultList()
                .map(Senders::oneForEachCustomer);
    }

    private static List<Sender> oneForEachCustomer(List<Object[]> rows) {
        List<Sender> all = rows.stream()
                .map(row -> new Sender((UUID) row[0], (UUID) row[1]))
                .toList();
        return all.stream()
                .map(Sender::customerId)
                .distinct()
                .map(customer -> all.stream()
                        .filter(sender -> sender.customerId().equals(customer))
                        .reduce((a, b) -> a.contactId() == null ? b : a)
                        .orElseThrow())
                .toList();
    }

    /** The only site, the site of the only machine whose serial number is named, or the only one that is named itself. */
    static Uni<Optional<Place>> place(Tx tx, UUID customerId, String text) {
        String said = compared(text);
        return rows(tx, MACHINES, customerId).chain(machines -> {
            List<Object[]> named = machines.stream()
                    .filter(row -> isNamed(said, (String) row[2]))
                    .toList();
            return named.size() == 1
                    ? Uni.createFrom()
                            .item(Optional.of(new Place((UUID) named.getFirst()[1], (UUID) named.getFirst()[0])))
                    : rows(tx, SITES, customerId).map(sites -> site(sites, said));
        });
    }

    private static Optional<Place> site(List<Object[]> sites, String said) {
        List<Object[]> meant = sites.size() == 1
                ? sites
                : sites.stream().filter(row -> isNamed(said, (String) row[1])).toList();
        return meant.size() == 1 ? Optional.of(new Place((UUID) meant.getFirst()[0], null)) : Optional.empty();
    }

    private static Uni<List<Object[]>> rows(Tx tx, String sql, UUID customerId) {
        return tx.session()
                .createNativeQuery(sql, Object[].class)
                .setParameter("customer", customerId)
                .getResultList();
    }

    private static boolean isNamed(String said, String name) {
        String wanted = compared(name);
        return wanted.length() >= SHORTEST && said.contains(wanted);
    }

    private static String compared(String text) {
        return LEFT_OUT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** Who writes for a customer and is nobody's contact yet, becomes one. Refused with 422 if there is no such customer. */
    static Uni<UUID> register(Tx tx, UUID customerId, IncomingMail mail) {
        String address = MailAddress.firstUsable(mail.fromAddress, null).orElse(null);
        String name = Objects.requireNonNullElse(mail.fromName, Objects.requireNonNullElse(mail.fromAddress, "E-mail"));
        return Belonging.requireCustomer(tx, customerId)
                .map(customer -> Contact.register(
                        ContactDetails.of(
                                customerId, name.substring(0, Math.min(name.length(), LONGEST_NAME)), null, address),
                        tx.by()))
                .chain(tx::add)
                .call(made -> tx.session().flush()) // what looks for it now asks the database
                .map(Contact::id);
    }
}
