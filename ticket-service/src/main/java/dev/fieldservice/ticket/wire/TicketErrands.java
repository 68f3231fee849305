package dev.fieldservice.ticket.wire;

import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.ticket.company.Telling;
import dev.fieldservice.ticket.errands.TicketErrand;
import dev.fieldservice.ticket.tickets.Following;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class TicketErrands implements ErrandTable<TicketErrand> {

    private final Telling telling;
    private final Following following;

    public TicketErrands(Telling telling, Following following) {
        this.telling = telling;
        this.following = following;
    }

    @Override
    public Class<TicketErrand> kinds() {
        return TicketErrand.class;
    }

    @Override
    public Handling<?> handling(TicketErrand kind) {
        return switch (kind) {
            case TELL_COMPANY -> telling;
            case CORRECTION -> following;
        };
    }
}
