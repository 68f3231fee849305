package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds tickets and makes them. */
@ApplicationScoped
public class Tickets {

    private final ServiceLevels levels;

    public Tickets(ServiceLevels levels) {
        this.levels = levels;
    }

    Uni<Ticket> open(Tx tx, NewTicket request) {
        return Parties.of(tx, request)
                .call(() -> requireTicket(tx, request.followUpOf()))
                .chain(parties -> nextNumber(tx)
                        .chain(number ->
                                tx.add(Ticket.open(request, parties, number, levels.of(request.priority()), tx.by()))));
    }

    /** For a command: locked, with its orders. */
    Uni<Ticket> load(Tx tx, UUID id) {
        return tx.load(Ticket.class, id).call(ticket -> tx.session().fetch(ticket.orders));
    }

    /** For reading, with its orders; null if there is none. */
    Uni<Ticket> find(Mutiny.Session session, UUID id) {
        return session.createSelectionQuery("from Ticket t left join fetch t.orders where t.id = :id", Ticket.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }

    private static Uni<Void> requireTicket(Tx tx, UUID followUpOf) {
        if (followUpOf == null) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .find(Ticket.class, followUpOf)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/followUpOf", "ticket"))
                .replaceWithVoid();
    }

    private static Uni<String> nextNumber(Tx tx) {
        return tx.session()
                .createSelectionQuery("select function('nextval', 'ticket_number')", Long.class)
                .getSingleResult()
                .map(next -> number(tx.by().at(), next));
    }

    private static String number(Instant at, long next) {
        return "T-%d-%06d".formatted(at.atZone(ZoneOffset.UTC).getYear(), next);
    }
}
