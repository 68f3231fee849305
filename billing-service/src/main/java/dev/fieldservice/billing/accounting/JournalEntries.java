package dev.fieldservice.billing.accounting;

import dev.fieldservice.billing.periods.Days;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what is booked. */
final class JournalEntries {

    private static final String TOTALS = """
            select p.account, p.tax_category, p.tax_percent, e.currency, sum(p.debit) as debit, sum(p.credit) as credit
              from journal_entry e join journal_posting p on p.entry_id = e.id
             where e.booked_on between :from and :to
             group by p.account, p.tax_category, p.tax_percent, e.currency
             order by p.account, p.tax_category nulls first, p.tax_percent, e.currency""";

    private static final String OF_EXPORT = """
            select e.id as entry, e.booked_on as booked, e.kind, e.document_number as number, e.customer_name as customer,
                   p.account, p.debit, p.credit, e.currency, p.tax_category as category, p.tax_percent as percent
              from journal_entry e join journal_posting p on p.entry_id = e.id
             where e.export_id = :export
             order by e.booked_on, e.id, p.position""";

    private JournalEntries() {}

    /** With their postings, in the order they were made. */
    static Uni<List<JournalEntry>> whole(Mutiny.Session session, List<UUID> ids) {
        return session.createSelectionQuery(
                        "select distinct e from JournalEntry e left join fetch e.postings where e.id in :ids order by e.id",
                        JournalEntry.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    static Uni<List<AccountTotal>> totals(Mutiny.Session session, Days days) {
        return session.createNativeQuery(TOTALS, Tuple.class)
                .setParameter("from", days.from())
                .setParameter("to", days.to())
                .getResultList()
                .map(rows -> rows.stream().map(AccountTotal::of).toList());
    }

    /** The postings of an export, each as a line of its file. */
    static Uni<List<List<?>>> lines(Mutiny.Session session, UUID export) {
        return session.createNativeQuery(OF_EXPORT, Tuple.class)
                .setParameter("export", export)
                .getResultList()
                .map(rows -> rows.stream().<List<?>>map(JournalEntries::line).toList());
    }

    private static List<?> line(Tuple row) {
        return Arrays.asList(
                row.get("booked"),
                row.get("kind"),
                row.get("number"),
                row.get("customer"),
                row.get("account"),
                amount(row, "debit"),
                amount(row, "credit"),
                row.get("currency"),
                row.get("category"),
                row.get("percent"),
                row.get("entry"));
    }

    private static BigDecimal amount(Tuple row, String side) {
        BigDecimal amount = row.get(side, BigDecimal.class);
        return amount.signum() == 0 ? null : amount;
    }
}
