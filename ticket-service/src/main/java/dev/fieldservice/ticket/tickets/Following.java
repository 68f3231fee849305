package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.corrections.Correction;
import dev.fieldservice.ticket.customers.Belonging;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/**
 * Has the tickets of a customer follow a correction, page by page, each page in one transaction that also writes the job for the
 * next: those that are open, and of those that are over whatever may still be billed. Work that has begun or was closed may be, until
 * there is an invoice: what had nothing to bill can be settled anew, and what was called off, too.
 */
@ApplicationScoped
public class Following implements InTransaction<Correction> {

    private static final int AT_ONCE = 50;

    private static final String CONCERNED = """
            from Ticket t where t.customerId = :customer and t.%s = :id and t.id > :after
               and (t.state in (NEW, QUALIFIED, IN_PROGRESS, WAITING_CUSTOMER, RESOLVED)
                    or exists (select 1 from TicketOrder o where o.ticket = t and o.invoiceId is null
                                  and (t.workBegunAt is not null or o.closedAt is not null)))
             order by t.id""";

    private final Tickets tickets;
    private final Errands errands;

    public Following(Tickets tickets, Errands errands) {
        this.tickets = tickets;
        this.errands = errands;
    }

    @Override
    public Class<Correction> content() {
        return Correction.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Correction> errand) {
        Correction correction = errand.content();
        return concerned(tx, correction)
                .call(tickets -> tell(tx, correction, tickets))
                .call(tickets -> tickets.size() < AT_ONCE
                        ? Uni.createFrom().voidItem()
                        : errands.later(
                                tx,
                                correction.errand(),
                                errand.subject(),
                                correction.after(tickets.getLast().id()),
                                tx.by().at()))
                .replaceWith(Next.done());
    }

    private static Uni<List<Ticket>> concerned(Tx tx, Correction correction) {
        return tx.session()
                .createSelectionQuery(CONCERNED.formatted(reference(correction.about())), Ticket.class)
                .setParameter("customer", correction.customerId())
                .setParameter("id", correction.id())
                .setParameter("after", correction.after())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(AT_ONCE)
                .getResultList()
                .invoke(tickets -> tickets.forEach(tx::watch));
    }

    private static String reference(Correction.About about) {
        return switch (about) {
            case CUSTOMER, MERGER -> "customerId";
            case CONTACT -> "contactId";
            case SITE -> "locationId";
            case ASSET -> "assetId";
        };
    }

    /** Those of a customer who is another by now go over to that one, who is neither corrected nor merged until the commit. */
    private Uni<Void> tell(Tx tx, Correction correction, List<Ticket> tickets) {
        return Belonging.current(tx, correction.customerId())
                .chain(customer -> OneByOne.each(tickets, ticket -> {
                    ticket.goOverTo(customer);
                    return Parties.held(tx, ticket)
                            .invoke(parties -> ticket.parties = parties)
                            .call(() -> correction.about() == Correction.About.SITE
                                    ? this.tickets.comeDue(tx, ticket)
                                    : Uni.createFrom().voidItem())
                            .invoke(() -> ticket.follow(correction.about(), tx.by()));
                }));
    }
}
