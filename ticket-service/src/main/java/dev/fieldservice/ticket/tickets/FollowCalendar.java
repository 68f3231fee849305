package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.CalendarChanged;
import dev.fieldservice.ticket.errands.TicketErrand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Has the clocks that run in working hours follow the company's calendar, page by page: each page is one transaction, which writes a
 * job for each of its tickets and the one for the next page.
 */
@ApplicationScoped
public class FollowCalendar implements InTransaction<CalendarChanged> {

    private static final int AT_ONCE = 50;

    private static final String CONCERNED = """
            select id from ticket
             where risk_at is not null and id > :after
               and 'WORKING_HOURS' in (clocks #>> '{response,counted}', clocks #>> '{resolution,counted}')
             order by id limit %d""".formatted(AT_ONCE);

    private final Errands errands;

    public FollowCalendar(Errands errands) {
        this.errands = errands;
    }

    @Override
    public Class<CalendarChanged> content() {
        return CalendarChanged.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<CalendarChanged> errand) {
        return concerned(tx, errand.content())
                .call(ids -> OneByOne.each(ids, id -> follow(tx, id)))
                .call(ids -> ids.size() < AT_ONCE
                        ? Uni.createFrom().voidItem()
                        : errands.later(
                                tx,
                                TicketErrand.CALENDAR_CHANGED,
                                errand.subject(),
                                new CalendarChanged(ids.getLast()),
                                tx.by().at()))
                .replaceWith(Next.done());
    }

    private static Uni<List<UUID>> concerned(Tx tx, CalendarChanged changed) {
        return tx.session()
                .createNativeQuery(CONCERNED, UUID.class)
                .setParameter("after", changed.after())
                .getResultList();
    }

    private Uni<Void> follow(Tx tx, UUID id) {
        return errands.later(
                tx,
                TicketErrand.DUE_BY_CALENDAR,
                new Subject("ticket", id, id),
                new ComeDue.Which(id),
                tx.by().at());
    }
}
