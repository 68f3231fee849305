package dev.fieldservice.billing.accounting;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The books: whoever issues a document has it booked in the same transaction. */
@ApplicationScoped
public class Journal {

    private final Accounts accounts;

    public Journal(Accounts accounts) {
        this.accounts = accounts;
    }

    /** For what may be booked already. */
    public Uni<Void> bookUnlessBooked(Tx tx, Booking booking) {
        return tx.session()
                .createSelectionQuery(
                        "select count(*) from JournalEntry where documentId = :id and kind = :kind", Long.class)
                .setParameter("id", booking.documentId())
                .setParameter("kind", booking.kind())
                .getSingleResult()
                .chain(booked -> booked > 0 ? Uni.createFrom().voidItem() : book(tx, booking));
    }

    /** A document that comes to nothing moves nothing. */
    public Uni<Void> book(Tx tx, Booking booking) {
        return booking.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session().persist(JournalEntry.of(booking, accounts));
    }
}
