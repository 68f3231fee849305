package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.YearlyNumbers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
                .chain(parties -> YearlyNumbers.next(tx, "ticket_number", "T-%d-%06d")
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
}
