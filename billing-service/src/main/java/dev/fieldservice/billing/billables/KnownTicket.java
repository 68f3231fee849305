package dev.fieldservice.billing.billables;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * This service's copy of the newest change of a ticket. The ticket's changes and closed jobs come on topics of their own:
 * whichever comes first, this row is locked before the case is looked for, so that none misses the other.
 */
@Entity
class KnownTicket {

    private static final String ROW =
            "insert into known_ticket (ticket_id, ticket_version) values (?1, -1) on conflict do nothing";

    @Id
    UUID ticketId;

    long ticketVersion;

    /** Null before the first change. */
    @JdbcTypeCode(SqlTypes.JSON)
    TicketTold told;

    /** As it was recorded; a change that was told counts instead. Null where it was under nothing, or that was not heard yet. */
    @JdbcTypeCode(SqlTypes.JSON)
    Under askedUnder;

    protected KnownTicket() {}

    static Uni<KnownTicket> lock(Tx tx, UUID ticketId) {
        return tx.session()
                .createNativeQuery(ROW)
                .setParameter(1, ticketId)
                .executeUpdate()
                .chain(() -> tx.session().find(KnownTicket.class, ticketId, LockMode.PESSIMISTIC_WRITE));
    }

    /** False if this, or something newer, was heard before. */
    boolean hear(TicketTold ticket) {
        boolean isNews = ticket.ticketVersion() > ticketVersion;
        if (isNews) {
            ticketVersion = ticket.ticketVersion();
            told = ticket.after(told);
        }
        return isNews;
    }

    void asked(Under under) {
        askedUnder = under;
    }

    /** Whether a decision about coverage follows each time its work is closed. */
    boolean isUnderSomething() {
        return (told == null ? askedUnder : told.coverage()) != null;
    }

    /** The newest that was heard. */
    TicketTold newest() {
        return told;
    }

    /** The job as it was closed, unless something newer is known of its ticket. */
    ClosedJob newest(ClosedJob closed) {
        return Optional.ofNullable(told)
                .filter(ticket -> ticket.ticketVersion() > closed.ticketVersion())
                .map(closed::following)
                .orElse(closed);
    }
}
