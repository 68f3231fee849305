package dev.fieldservice.billing.invoices;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Gives numbers without gaps. The counter's row stays locked until the commit of the document, so that documents are numbered
 * one after the other, and one that is not issued after all gives its number back. Date and year are those of the company's clock.
 */
@ApplicationScoped
public class InvoiceNumbers {

    private static final String NEXT = """
            insert into invoice_counter as counter (series, year, last, last_at) values (:series, :year, 1, :at)
            on conflict (series, year) do update
               set last = counter.last + 1, last_at = greatest(counter.last_at, excluded.last_at)
            returning last, last_at""";

    /** @param series each counts for itself */
    public Uni<InvoiceNumber> next(Tx tx, ZoneId zone, String series) {
        int year = dateOf(tx.by().at(), zone).getYear();
        return tx.session()
                .createNativeQuery(NEXT, Tuple.class)
                .setParameter("series", series)
                .setParameter("year", year)
                .setParameter("at", tx.by().at())
                .getSingleResult()
                .map(row -> {
                    Instant at = row.get("last_at", OffsetDateTime.class).toInstant();
                    String text = "%s-%d-%06d".formatted(series, year, row.get("last", Long.class));
                    return new InvoiceNumber(text, at, dateOf(at, zone));
                });
    }

    private static LocalDate dateOf(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }
}
