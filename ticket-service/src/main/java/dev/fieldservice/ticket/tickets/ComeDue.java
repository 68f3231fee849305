package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Has a ticket follow the calendar by itself, so that one that cannot holds up no other. */
@ApplicationScoped
public class ComeDue implements InTransaction<ComeDue.Which> {

    /** Which ticket. */
    public record Which(UUID ticketId) {}

    private final Tickets tickets;

    public ComeDue(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Class<Which> content() {
        return Which.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Which> errand) {
        return tickets.loadToTell(tx, errand.content().ticketId())
                .chain(ticket -> tickets.comeDue(tx, ticket))
                .replaceWith(Next.done());
    }
}
