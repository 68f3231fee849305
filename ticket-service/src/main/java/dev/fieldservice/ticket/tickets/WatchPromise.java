package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The job that tells when a clock has come to half, three quarters and the end of its time. One for each ticket is due at the next mark;
 * one that was written before the clocks ran otherwise does nothing.
 */
@ApplicationScoped
public class WatchPromise implements InTransaction<WatchPromise.Which> {

    /** Which ticket, as its clocks ran then. */
    public record Which(UUID ticketId, int clockVersion) {}

    private final Tickets tickets;

    public WatchPromise(Tickets tickets) {
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
        Which which = errand.content();
        return tickets.loadToTell(tx, which.ticketId()).map(ticket -> {
            if (ticket.promise.clockVersion != which.clockVersion()) {
                return Next.done();
            }
            PromiseWatch watch = new PromiseWatch(ticket, tx.by());
            watch.comeDue();
            return watch.reach().map(Next::again).orElseGet(Next::done);
        });
    }
}
