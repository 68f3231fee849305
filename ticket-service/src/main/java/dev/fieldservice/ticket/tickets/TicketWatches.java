package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Requests that nobody has looked at, what customers have written about them, and promised times that are at risk or broken. */
@ApplicationScoped
class TicketWatches implements Watches {

    private static final Set<String> DISPATCH = Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN);
    private static final String TICKETS = "ticket t";
    private static final String WHOSE = "cross join lateral unnest(t.escalated_to) as e (id)";
    private static final String NAME = """
            (select told ->> 'name' from jsonb_array_elements(t.escalations -> 'all') told
              where told ->> 'personId' = cast(e.id as text) limit 1)""";
    private static final String AT_RISK = "t.risk_at <= cast(:now as timestamptz)";
    private static final String BROKEN = "is_broken(t.clocks, t.respond_by, t.resolve_by, cast(:now as timestamptz))";

    @Override
    public List<Watch> watches() {
        return List.of(
                new Watch("TICKETS_NEW", DISPATCH, "/v1/tickets?state=NEW", TICKETS, "t.state = 'NEW'", "t.created_at")
                        .kept("ticket", "NEW", "CREATE"),
                new Watch(
                        "TICKETS_UNREAD",
                        DISPATCH,
                        "/v1/tickets?unread=true",
                        TICKETS,
                        "t.unread_since is not null",
                        "t.unread_since"),
                promises("PROMISES_AT_RISK", "broken=false", AT_RISK + " and not " + BROKEN),
                promises("PROMISES_BROKEN", "broken=true", AT_RISK + " and " + BROKEN));
    }

    private static Watch promises(String what, String query, String where) {
        return new Watch(what, DISPATCH, "/v1/promised-times?" + query, TICKETS, where, "t.risk_at")
                .by("PERSON", WHOSE, "e.id", NAME, "escalatedTo");
    }
}
