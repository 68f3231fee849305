package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Requests that nobody has looked at, and promised times that are at risk or broken. */
@ApplicationScoped
class TicketWatches implements Watches {

    private static final Set<String> DISPATCH = Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN);
    private static final String TICKETS = "ticket t";
    private static final String AT_RISK = "t.risk_at <= cast(:now as timestamptz)";
    private static final String BROKEN = "is_broken(t.clocks, t.respond_by, t.resolve_by, cast(:now as timestamptz))";

    @Override
    public List<Watch> watches() {
        return List.of(
                new Watch("TICKETS_NEW", DISPATCH, "/v1/tickets?state=NEW", TICKETS, "t.state = 'NEW'", "t.created_at"),
                new Watch(
                        "PROMISES_AT_RISK",
                        DISPATCH,
                        "/v1/promised-times?broken=false",
                        TICKETS,
                        AT_RISK + " and not " + BROKEN,
                        "t.risk_at"),
                new Watch(
                        "PROMISES_BROKEN",
                        DISPATCH,
                        "/v1/promised-times?broken=true",
                        TICKETS,
                        AT_RISK + " and " + BROKEN,
                        "t.risk_at"));
    }
}
