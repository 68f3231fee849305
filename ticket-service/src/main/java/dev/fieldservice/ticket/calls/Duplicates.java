package dev.fieldservice.ticket.calls;

import dev.fieldservice.contracts.codes.TaxIds;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.contacts.ContactDetails;
import dev.fieldservice.ticket.customers.CustomerDetails;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Looks for those whom a new customer or contact resembles: by tax identifier, telephone, e-mail or name. */
final class Duplicates {

    private static final String OF_CUSTOMER = """
            with hit (place, rank, id) as (
                select '/customer/taxId', 1, id from customer where tax_key = :tax
                union all select '/customer/phone', 2, id from customer where phone_key(phone) = phone_key(:phone)
                union all select '/customer/email', 3, id from customer where lower(email) = lower(:email)
                union all select '/customer/name', 4, id from customer where compared(name) = compared(:name)
                limit 20)
            select place, c.id, c.name
              from (select distinct place, rank, coalesce(m.merged_into, m.id) as id
                      from hit join customer m on m.id = hit.id) h
              join customer c on c.id = h.id
             order by rank, c.id""";
    private static final String OF_CONTACT = """
            select '/contact/phone', c.id, k.name || ', ' || c.name from contact k join customer c on c.id = k.customer_id
             where phone_key(k.phone) = phone_key(:phone)
            union all select '/contact/email', c.id, k.name || ', ' || c.name from contact k join customer c on c.id = k.customer_id
             where lower(k.email) = lower(:email)
            limit 20""";

    /** Finds nobody. */
    private static final String NOTHING = "-";

    private Duplicates() {}

    /** Refused with 422, naming each and what speaks for it. */
    static Uni<Void> requireNone(Tx tx, CustomerDetails customer) {
        return tx.session()
                .createNativeQuery(OF_CUSTOMER, Object[].class)
                .setParameter("tax", orNothing(TaxIds.number(customer.taxId())))
                .setParameter("phone", orNothing(customer.phone()))
                .setParameter("email", orNothing(customer.email()))
                .setParameter("name", customer.name())
                .getResultList()
                .invoke(Duplicates::refuse)
                .replaceWithVoid();
    }

    static Uni<Void> requireNone(Tx tx, ContactDetails contact) {
        return tx.session()
                .createNativeQuery(OF_CONTACT, Object[].class)
                .setParameter("phone", orNothing(contact.phone()))
                .setParameter("email", orNothing(contact.email()))
                .getResultList()
                .invoke(Duplicates::refuse)
                .replaceWithVoid();
    }

    private static String orNothing(String text) {
        return Objects.requireNonNullElse(text, NOTHING);
    }

    private static void refuse(List<Object[]> found) {
        if (found.isEmpty()) {
            return;
        }
        throw new Refusal.RuleViolated(
                        "possible-duplicate",
                        "Somebody like this is known. Take the customer that is named, or send duplicatesSeen.",
                        found.stream().map(Duplicates::named).toList())
                .refused();
    }

    private static FieldError named(Object[] row) {
        return new FieldError((String) row[0], "possible-duplicate", "%s %s".formatted((UUID) row[1], row[2]));
    }
}
