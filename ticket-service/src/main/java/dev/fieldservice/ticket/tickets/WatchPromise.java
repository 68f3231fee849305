package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.errands.TicketErrand;
import dev.fieldservice.ticket.escalations.EscalationPlan;
import dev.fieldservice.ticket.promises.Clocks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * The job that tells, and tells those by name whom the plan names, when a clock has come to half, three quarters and the end of its time. One for each ticket is due at the next mark;
 * one that was written before the clocks ran otherwise does nothing.
 */
@ApplicationScoped
public class WatchPromise implements InTransaction<WatchPromise.Which> {

    /** Which ticket, as its clocks ran then. */
    public record Which(UUID ticketId, int clockVersion) {}

    private final Tickets tickets;
    private final Mails mails;

    public WatchPromise(Tickets tickets, Mails mails) {
        this.tickets = tickets;
        this.mails = mails;
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
        return tickets.loadToTell(tx, which.ticketId()).chain(ticket -> {
            if (ticket.promise.clockVersion != which.clockVersion()) {
                return Uni.createFrom().item(Next.done());
            }
            PromiseWatch watch = new PromiseWatch(ticket, tx.by());
            boolean isWatchedAnew = watch.comeDue();
            return escalate(tx, watch, watch.reach())
                    .chain(() -> isWatchedAnew
                            ? tickets.watch(tx, ticket).replaceWith(Next.done())
                            : Uni.createFrom()
                                    .item(watch.next().map(Next::again).orElseGet(Next::done)));
        });
    }

    private Uni<Void> escalate(Tx tx, PromiseWatch watch, List<Clocks.Mark> marks) {
        return marks.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .find(EscalationPlan.class, EscalationPlan.ID)
                        .map(plan -> watch.escalate(marks, plan))
                        .chain(told -> OneByOne.each(told, one -> mail(tx, watch.ticket(), one)));
    }

    private Uni<Void> mail(Tx tx, Ticket ticket, Escalation told) {
        return mails.later(
                tx, TicketErrand.ESCALATION, ticket.subject(), new EscalationMail.Content(ticket.id(), told.id()));
    }
}
