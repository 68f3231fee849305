package dev.fieldservice.workorder.workorders;

import dev.fieldservice.contracts.AttachmentRef;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.SqlTypes;

/**
 * This service's copy of the newest change of a ticket. The ticket's changes and dispatch's assignments come on topics of their
 * own: whichever comes first, this row is locked before the order is looked for, so that none misses the other.
 */
@Entity
public class KnownTicket {

    private static final String ROW =
            "insert into known_ticket (ticket_id, ticket_version) values (?1, -1) on conflict do nothing";

    @Id
    UUID ticketId;

    long ticketVersion;

    /** Null before the first change. */
    @JdbcTypeCode(SqlTypes.JSON)
    TicketTold told;

    protected KnownTicket() {}

    public static Uni<KnownTicket> lock(Tx tx, UUID ticketId) {
        return tx.session()
                .createNativeQuery(ROW)
                .setParameter(1, ticketId)
                .executeUpdate()
                .chain(() -> tx.session().find(KnownTicket.class, ticketId, LockMode.PESSIMISTIC_WRITE));
    }

    /** What came with the request of this job, as far as it was heard of; the content is with the ticket service. */
    public static Uni<List<AttachmentRef>> attachments(Mutiny.Session session, WorkOrder order) {
        return session.find(KnownTicket.class, order.ticketId)
                .map(known -> Optional.ofNullable(known)
                        .flatMap(KnownTicket::told)
                        .map(TicketTold::attachments)
                        .orElse(List.of()));
    }

    /** False if this, or something newer, was heard before. */
    boolean hear(TicketTold ticket) {
        boolean isNews = ticket.ticketVersion() > ticketVersion;
        if (isNews) {
            ticketVersion = ticket.ticketVersion();
            told = ticket;
        }
        return isNews;
    }

    /** An order that is open again is as the ticket is by now. */
    public void caughtUpBy(WorkOrder order, By by) {
        told().ifPresent(ticket -> TicketConsumers.follow(order, ticket, by));
    }

    Optional<TicketTold> told() {
        return Optional.ofNullable(told);
    }
}
